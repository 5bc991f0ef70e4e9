package dev.muster.app.access;

import dev.muster.app.config.AuthMode;
import dev.muster.app.config.MusterConfig;
import dev.muster.app.refusal.AccessReason;
import dev.muster.app.refusal.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Whether the server asks who calls. On loopback it is open to the user of the machine, unless told otherwise; on any other
 * address it never is.
 */
@ApplicationScoped
public class Access {
    private final MusterConfig config;
    private final Keys keys;
    private final PersonAtTerminal person;
    private final boolean open;

    Access(MusterConfig config, Keys keys, PersonAtTerminal person) {
        this.config = config;
        this.keys = keys;
        this.person = person;
        this.open = config.auth() == AuthMode.ELSEWHERE && isLoopback(config.host());
    }

    /** Whether whoever reaches the server may do everything. */
    public boolean isOpen() {
        return open;
    }

    /**
     * To be asked before anything is served.
     *
     * @throws Refusal where callers have to say who they are, and nobody could; or where a program that works for a run says who
     *     is believed: what is said with a key is taken for a person's word
     */
    public void checkStart() {
        boolean tokens = config.tokens().issuer().isPresent();
        if (tokens || config.adminKey().isPresent()) {
            person.checkNoProgram("starting a server that is told in its environment whose keys count");
        }
        if (!open && !tokens && !keys.isAnyInUse()) {
            throw new Refusal(new AccessReason.NoAuthentication(config.host()));
        }
    }

    static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
