package io.casewright.localstack.identity;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.WebServerException;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextException;

/**
 * A real OpenID Connect server on this machine, with the demo people. It is a small application of its own inside the
 * program that starts it, made of what is named here and of nothing that lies on the class path.
 */
public final class IdentityServer implements AutoCloseable {

    /** Kept, because a logger that nobody holds forgets its level. */
    private static final java.util.logging.Logger TOMCAT = java.util.logging.Logger.getLogger("org.apache");

    private final AnnotationConfigServletWebServerApplicationContext server;
    private final String address;

    private IdentityServer(AnnotationConfigServletWebServerApplicationContext server, String address) {
        this.server = server;
        this.address = address;
    }

    /** From here on this program tells only what went wrong with it; else every bean would be told at the terminal. */
    public static void hush() {
        for (String name : List.of("org.springframework", "org.hibernate.validator", "com.nimbusds")) {
            ((Logger) LoggerFactory.getLogger(name)).setLevel(Level.WARN);
        }
        TOMCAT.setLevel(java.util.logging.Level.WARNING);
    }

    /**
     * Starts it and returns when it answers.
     *
     * @param applications where people come from to log in, each without a slash at its end
     * @throws IllegalStateException when it cannot start, as when the port is taken
     */
    public static IdentityServer start(int port, List<String> applications) {
        String address = "http://127.0.0.1:" + port;
        var server = new AnnotationConfigServletWebServerApplicationContext();
        server.setDisplayName("Identity server");
        server.registerBean(IdentityConfiguration.Place.class, port, address, applications);
        server.register(IdentityConfiguration.class);
        try {
            server.refresh();
        } catch (ApplicationContextException | WebServerException e) {
            server.close();
            throw new IllegalStateException("The login server cannot listen on port " + port, e);
        }
        return new IdentityServer(server, address);
    }

    /** Its name as an issuer, and its address. */
    public String issuer() {
        return address;
    }

    @Override
    public void close() {
        server.close();
    }
}
