package dev.muster.cli;

import dev.muster.cli.services.Services;
import io.quarkus.runtime.QuarkusApplication;

/** Runs a command once everything is wired. */
public class MusterApplication implements QuarkusApplication {
    private final Services services;

    MusterApplication(Services services) {
        this.services = services;
    }

    @Override
    public int run(String... args) {
        return Invocation.waiting(args).execute(services);
    }
}
