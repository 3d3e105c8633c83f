package io.casewright.localstack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.springframework.util.FileSystemUtils;

/** {@code ./casewright up}: starts the stack and keeps it until Ctrl-C. */
final class Up {

    /** Kept, since a lock that nobody refers to is given up. */
    private static FileLock lock;

    private Up() {}

    public static void main(String[] arguments) throws Exception {
        long begin = System.nanoTime();
        try {
            var options = List.of(arguments);
            var settings = settings(options);
            lock(settings);
            if (options.contains("--fresh")) {
                FileSystemUtils.deleteRecursively(settings.home().resolve("data"));
            }
            run(settings, begin);
        } catch (StackProblem e) {
            fail(String.valueOf(e.getMessage()));
        }
    }

    static StackSettings settings(List<String> options) {
        return camunda(options)
                .map(address -> StackSettings.withCamunda(System.getenv(), address))
                .orElseGet(() -> StackSettings.fromEnvironment(System.getenv()));
    }

    /** Until this program ends. */
    static void lock(StackSettings settings) throws IOException {
        Files.createDirectories(settings.home());
        lock = FileChannel.open(settings.home().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .tryLock();
        if (lock == null) {
            throw new StackProblem(
                    "Casewright is already up in this folder. Stop it with Ctrl-C where it was started.");
        }
    }

    private static Optional<String> camunda(List<String> options) {
        int option = options.indexOf("--camunda");
        if (option < 0) {
            return Optional.empty();
        }
        return Optional.of(option + 1 < options.size() ? options.get(option + 1) : "");
    }

    private static void run(StackSettings settings, long begin) throws InterruptedException {
        var stack = new LocalStack(settings, Up::tellReady);
        // Ctrl-C ends this program by way of this hook, whatever it is doing.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            System.out.println("Stopping …");
            stack.close();
        }));
        try {
            stack.startParts();
        } catch (StackProblem e) {
            if (stack.isClosed()) {
                new CountDownLatch(1).await();
            }
            throw e;
        }
        stack.onDeath(Up::failUnderWay);
        System.out.println(welcome(settings, goneOn(settings, stack), Duration.ofNanos(System.nanoTime() - begin)));
        new CountDownLatch(1).await();
    }

    private static void tellReady(String part) {
        System.out.println("  ready: " + part);
    }

    private static void failUnderWay(String message) {
        fail(message
                + "%n%nWhat was done until then is kept. Start again with ./casewright up, and everything goes on at its place."
                        .formatted());
    }

    private static void fail(String message) {
        System.err.println(System.lineSeparator() + message);
        System.exit(1);
    }

    private static String goneOn(StackSettings settings, LocalStack stack) {
        int cases = settings.externalEngine().isEmpty() ? stack.casesGoneOn() : 0;
        return switch (cases) {
            case 0 -> "";
            case 1 -> " One case of before goes on.";
            default -> " %d cases of before go on.".formatted(cases);
        };
    }

    private static String welcome(StackSettings settings, String goneOn, Duration taken) {
        return """

               Casewright is ready after %1$d s.%8$s

                  Desk          %2$s/desk, where agents work
                  Case files    %2$s/cases
                  Operations    %2$s/operations
                  REST, to try  %2$s/api
                  Health        %9$s/actuator/health
                  Engine        %3$s
                  MySQL         %4$s (casewright / casewright)
                  Mail          %5$s
                  Microsoft     %6$s
                  Logs          %7$s

               Log in as demo (agent), act (duty manager), specialist, owner, operations or auditor; the password is the name.
               Ctrl-C stops everything.""".formatted(
                        taken.toSeconds(),
                        settings.url(Port.APPLICATION),
                        settings.externalEngine()
                                .map(address -> "yours at " + address)
                                .orElse("embedded, gRPC 127.0.0.1:%d, REST %s"
                                        .formatted(settings.port(Port.ENGINE_GRPC), settings.url(Port.ENGINE_REST))),
                        settings.externalDatabase().orElseGet(() -> MySqlServer.url(settings)),
                        mail(settings),
                        settings.partnerTenant()
                                .map(tenant -> "the real one, as the partner " + tenant)
                                .orElseGet(() -> "simulated at " + settings.url(Port.MICROSOFT)),
                        settings.home().resolve("logs"),
                        goneOn,
                        settings.url(Port.MANAGEMENT));
    }

    private static String mail(StackSettings settings) {
        return settings.externalMailServer()
                .orElseGet(() ->
                        "SMTP 127.0.0.1:%d, IMAP 127.0.0.1:%d (login: any address, such as it@contoso.example; any password)"
                                .formatted(settings.port(Port.SMTP), settings.port(Port.IMAP)));
    }
}
