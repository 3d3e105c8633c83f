package io.casewright.testkit;

import io.casewright.localstack.identity.IdentityServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points a test context at a login server with the demo people, started once for all tests of a run, which tests find as {@link IdentityServer}. */
public class TestLogin implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("casewright.access.issuer=" + Server.IDENTITY.issuer())
                .applyTo(context);
        context.getBeanFactory().registerSingleton("identityServer", Server.IDENTITY);
    }

    private static final class Server {

        // The name that MockMvc gives to the application.
        private static final IdentityServer IDENTITY = IdentityServer.start(freePort(), List.of("http://localhost"));

        static {
            SpringApplication.getShutdownHandlers().add(IDENTITY::close);
        }

        private static int freePort() {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
