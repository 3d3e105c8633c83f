package io.casewright.localstack;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.springframework.util.FileSystemUtils;

/** {@code ./casewright up}: starts the stack and keeps it until Ctrl-C. */
final class Up {

    private Up() {}

    public static void main(String[] arguments) throws Exception {
        long begin = System.nanoTime();
        try {
            var settings = StackSettings.fromEnvironment(System.getenv());
            Files.createDirectories(settings.home());
            FileLock lock = FileChannel.open(
                            settings.home().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .tryLock();
            if (lock == null) {
                throw new StackProblem(
                        "Casewright is already up in this folder. Stop it with Ctrl-C where it was started.");
            }
            if (List.of(arguments).contains("--fresh")) {
                FileSystemUtils.deleteRecursively(settings.home().resolve("data"));
            }
            run(settings, begin);
        } catch (StackProblem e) {
            fail(String.valueOf(e.getMessage()));
        }
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
        stack.onDeath(Up::fail);
        System.out.println(welcome(settings, Duration.ofNanos(System.nanoTime() - begin)));
        new CountDownLatch(1).await();
    }

    private static void tellReady(String part) {
        System.out.println("  ready: " + part);
    }

    private static void fail(String message) {
        System.err.println(System.lineSeparator() + message);
        System.exit(1);
    }

    private static String welcome(StackSettings settings, Duration taken) {
        String web = settings.externalEngine().isPresent()
                ? """
                  Tasklist      %s
                  Operate       %s""".formatted(
                                settings.setting("CASEWRIGHT_TASKLIST_URL", "where your Camunda has it"),
                                settings.setting("CASEWRIGHT_OPERATE_URL", "where your Camunda has it"))
                : """
                  Tasklist      %1$s/tasklist
                  Operate       %1$s/operate""".formatted(settings.url(Port.WEB_APPS));
        return """

               Casewright is ready after %d s. Every login is demo / demo.

               %s
                  REST, to try  %s/api
                  Health        %s/actuator/health
                  MySQL         %s (casewright / casewright)
                  Mail          %s
                  Microsoft     %s
                  Logs          %s

               Ctrl-C stops everything; the data stays for the next start.""".formatted(
                        taken.toSeconds(),
                        web.indent(3).stripTrailing().replaceFirst("^ {3}", "   "),
                        settings.url(Port.APPLICATION),
                        settings.url(Port.APPLICATION),
                        settings.externalDatabase().orElseGet(() -> MySqlServer.url(settings)),
                        mail(settings),
                        settings.partnerTenant()
                                .map(tenant -> "the real one, as the partner " + tenant)
                                .orElseGet(() -> "simulated at " + settings.url(Port.MICROSOFT)),
                        settings.home().resolve("logs"));
    }

    private static String mail(StackSettings settings) {
        return settings.externalMailServer()
                .orElseGet(() ->
                        "SMTP 127.0.0.1:%d, IMAP 127.0.0.1:%d (login: any address, such as it@contoso.example; any password)"
                                .formatted(settings.port(Port.SMTP), settings.port(Port.IMAP)));
    }
}
