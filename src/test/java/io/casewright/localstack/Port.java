package io.casewright.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;

/** A port that a part of the stack listens on, with the environment variable that moves it. */
enum Port {
    APPLICATION("the application", "CASEWRIGHT_APP_PORT", 8080),
    WEB_APPS("Operate and Tasklist", "CASEWRIGHT_WEBAPPS_PORT", 8088),
    WEB_APPS_MANAGEMENT("the management of Operate and Tasklist", "CASEWRIGHT_WEBAPPS_MANAGEMENT_PORT", 9601),
    WEB_APPS_INTERNAL("the cluster side of Operate and Tasklist", "CASEWRIGHT_WEBAPPS_INTERNAL_PORT", 26503),
    ZEEBE_GRPC("Zeebe (gRPC)", "CASEWRIGHT_ZEEBE_GRPC_PORT", 26500),
    ZEEBE_REST("Zeebe (REST)", "CASEWRIGHT_ZEEBE_REST_PORT", 8089),
    ZEEBE_MANAGEMENT("the management of Zeebe", "CASEWRIGHT_ZEEBE_MANAGEMENT_PORT", 9600),
    ZEEBE_COMMAND("the command side of Zeebe", "CASEWRIGHT_ZEEBE_COMMAND_PORT", 26501),
    ZEEBE_INTERNAL("the cluster side of Zeebe", "CASEWRIGHT_ZEEBE_INTERNAL_PORT", 26502),
    OPENSEARCH("OpenSearch", "CASEWRIGHT_OPENSEARCH_PORT", 9201),
    OPENSEARCH_TRANSPORT("the cluster side of OpenSearch", "CASEWRIGHT_OPENSEARCH_TRANSPORT_PORT", 9301),
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
