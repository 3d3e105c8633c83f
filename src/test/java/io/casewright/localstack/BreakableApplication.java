package io.casewright.localstack;

import io.casewright.localstack.BreakableStack.Part;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An application with ways of its own to all that it needs, and one by which it is reached. */
final class BreakableApplication implements AutoCloseable {

    private static final List<Port> NEEDED =
            List.of(Port.MYSQL, Port.ENGINE_GRPC, Port.ENGINE_REST, Port.SMTP, Port.IMAP);

    private final String name;
    private final StackSettings settings;
    private final Map<Port, TcpProxy> ways = new EnumMap<>(Port.class);
    private final TcpProxy front;
    private final MovableClock clock;

    private BreakableApplication(String name, StackSettings stack, Map<Port, Integer> own) {
        this.name = name;
        NEEDED.forEach(port -> ways.put(port, TcpProxy.to(stack.port(port))));
        var seen = new EnumMap<>(own);
        ways.forEach((port, way) -> seen.put(port, way.port()));
        this.settings = stack.through(seen);
        this.front = TcpProxy.to(settings.port(Port.APPLICATION));
        this.clock = MovableClock.in(stack.home(), name);
    }

    static BreakableApplication first(StackSettings stack) {
        return new BreakableApplication(
                "casewright-1",
                stack,
                new EnumMap<>(Map.of(
                        Port.APPLICATION, stack.port(Port.APPLICATION), Port.MANAGEMENT, stack.port(Port.MANAGEMENT))));
    }

    static BreakableApplication another(StackSettings stack) {
        return new BreakableApplication(
                "casewright-2", stack, StackSettings.freePorts(Port.APPLICATION, Port.MANAGEMENT));
    }

    ManagedProcess launch(String engineName) {
        settings.keepLog(name);
        return Application.launch(settings, engineName, name, settings.log(name), clock);
    }

    void awaitReady(ManagedProcess process) {
        Application.awaitReady(process, settings);
    }

    void moveClock(Duration ahead) {
        clock.move(ahead);
    }

    boolean isHealthy() {
        return Http.get(settings.url(Port.MANAGEMENT) + "/actuator/health").isOk();
    }

    String url() {
        return "http://127.0.0.1:" + front.port();
    }

    Stream<TcpProxy> waysTo(Part part) {
        return (switch (part) {
                    case ENGINE -> Stream.of(Port.ENGINE_GRPC, Port.ENGINE_REST);
                    case MYSQL -> Stream.of(Port.MYSQL);
                    default -> Stream.of(Port.SMTP, Port.IMAP);
                })
                .map(ways::get);
    }

    Stream<TcpProxy> all() {
        return Stream.concat(Stream.of(front), ways.values().stream());
    }

    @Override
    public void close() {
        all().forEach(TcpProxy::close);
    }
}
