package io.casewright.platform.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** An engine that takes every connection and never says a word. */
class SilentEngine implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            // The system takes connections in the name of whoever listens.
            var door = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
            String address = "http://127.0.0.1:" + door.getLocalPort();
            TestPropertyValues.of("camunda.client.grpc-address=" + address, "camunda.client.rest-address=" + address)
                    .applyTo(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
