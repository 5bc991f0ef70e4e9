package dev.muster.cli;

import io.quarkus.runtime.QuarkusApplication;
import java.io.FileDescriptor;
import java.io.FileOutputStream;

/** Runs a command once everything is wired. */
public class MusterApplication implements QuarkusApplication {
    private final Services services;

    MusterApplication(Services services) {
        this.services = services;
    }

    @Override
    public int run(String... args) {
        return Commands.line(
                        () -> services,
                        new FileOutputStream(FileDescriptor.out),
                        new FileOutputStream(FileDescriptor.err))
                .execute(args);
    }
}
