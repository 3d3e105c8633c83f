package io.casewright.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;

/** A port that a part of the stack listens on, with the environment variable that moves it. */
enum Port {
    APPLICATION("the application", "CASEWRIGHT_APP_PORT", 8080),
    MANAGEMENT("the application's management", "CASEWRIGHT_MANAGEMENT_PORT", 8085),
    ENGINE_GRPC("the engine (gRPC)", "CASEWRIGHT_ENGINE_GRPC_PORT", 26500),
    ENGINE_REST("the engine (REST)", "CASEWRIGHT_ENGINE_REST_PORT", 8089),
    MYSQL("MySQL", "CASEWRIGHT_MYSQL_PORT", 13306),
    SMTP("the mail server (SMTP)", "CASEWRIGHT_SMTP_PORT", 13025),
    IMAP("the mail server (IMAP)", "CASEWRIGHT_IMAP_PORT", 13143),
    MICROSOFT("the simulated Microsoft", "CASEWRIGHT_SIMULATOR_PORT", 8070),
    IDENTITY("the login server", "CASEWRIGHT_IDENTITY_PORT", 8090);

    private final String part;
    private final String variable;
    private final int usual;

    Port(String part, String variable, int usual) {
        this.part = part;
        this.variable = variable;
        this.usual = usual;
    }

    int from(Map<String, String> environment) {
        String value = environment.getOrDefault(variable, String.valueOf(usual));
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65_535) {
            throw new StackProblem("%s is \"%s\", but it must be a port from 1 to 65535.".formatted(variable, value));
        }
        return Integer.parseInt(value);
    }

    void requireFree(int number) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
        } catch (IOException e) {
            throw new StackProblem("Port %d for %s is taken. End what listens there, or set %s to another port."
                    .formatted(number, part, variable));
        }
    }
}
