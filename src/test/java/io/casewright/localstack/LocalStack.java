package io.casewright.localstack;

import io.casewright.engine.EngineLogin;
import io.casewright.localstack.identity.IdentityServer;
import io.casewright.simulator.MicrosoftSimulator;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The running stack. Closing it ends every process it started, in reverse order, and nothing else. */
public final class LocalStack implements AutoCloseable {

    private final StackSettings settings;
    private final Consumer<String> progress;
    private final Deque<ManagedProcess> running = new ArrayDeque<>();
    private MailServer mailServer;
    private MicrosoftSimulator microsoft;
    private IdentityServer identity;
    private volatile boolean closed;

    LocalStack(StackSettings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Starts everything and returns when all of it is ready, with the tasks of the story's cases.
     *
     * @throws StackProblem with a text for the user when a part cannot start; what had started is ended before
     */
    public static LocalStack start(StackSettings settings, Consumer<String> progress) {
        var stack = new LocalStack(settings, progress);
        try {
            stack.startParts();
            return stack;
        } catch (RuntimeException | Error e) {
            stack.close();
            throw e;
        }
    }

    /** MySQL alone, for tests that need nothing else. */
    public static LocalStack startDatabase(StackSettings settings) {
        var stack = new LocalStack(settings, message -> {});
        try {
            stack.startDatabase();
            return stack;
        } catch (RuntimeException | Error e) {
            stack.close();
            throw e;
        }
    }

    void startParts() {
        requireFreePorts();
        try (var side = Executors.newVirtualThreadPerTaskExecutor()) {
            var database =
                    CompletableFuture.runAsync(this::startDatabase, side).thenRun(() -> Application.prepare(settings));
            ManagedProcess engine = null;
            if (settings.externalEngine().isEmpty()) {
                engine = started(EngineProcess.launch(settings));
            }
            startMailServer();
            startMicrosoft();
            // Needed at the first login, not before.
            var logins = CompletableFuture.runAsync(this::startIdentityServer, side);
            database.join();
            var application = started(Application.launch(
                    settings, Optional.ofNullable(engine).map(any -> "embedded-" + UUID.randomUUID())));
            if (engine != null) {
                EngineProcess.awaitReady(engine, settings);
                progress.accept("engine");
            }
            Application.awaitReady(application, settings);
            progress.accept("Casewright");
            logins.join();
            Set<String> cases = StoryCases.send(settings);
            if (engine != null) {
                engine.await("shows the cases' tasks", Duration.ofSeconds(120), () -> isAtWork(cases));
                progress.accept("cases");
            }
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackProblem problem ? problem : e;
        }
    }

    /** Whether the new cases have a task, and the engine carries every task that is open. */
    private boolean isAtWork(Set<String> newCases) {
        return openTasks(newCases) >= newCases.size()
                && number("SELECT COUNT(*) FROM user_task WHERE state = 'OPEN' AND task_key IS NULL") == 0
                && EngineProcess.openTasks(settings) >= number("SELECT COUNT(*) FROM user_task WHERE state = 'OPEN'");
    }

    private void startDatabase() {
        if (settings.externalDatabase().isEmpty()) {
            var server = started(MySqlServer.launch(settings));
            MySqlServer.awaitReady(server, settings);
            progress.accept("MySQL");
        }
    }

    private synchronized void startMailServer() {
        if (settings.externalMailServer().isEmpty() && !closed) {
            mailServer = MailServer.start(settings);
            progress.accept("mail server");
        }
    }

    private synchronized void startMicrosoft() {
        if (settings.partnerTenant().isEmpty() && !closed) {
            microsoft = MicrosoftSimulator.start(settings.port(Port.MICROSOFT));
            progress.accept("simulated Microsoft");
        }
    }

    private void startIdentityServer() {
        if (settings.externalIssuer().isEmpty()) {
            IdentityServer.hush();
            String application = settings.url(Port.APPLICATION);
            try {
                keep(IdentityServer.start(
                        settings.port(Port.IDENTITY),
                        List.of(application, application.replace("127.0.0.1", "localhost"))));
            } catch (IllegalStateException e) {
                throw new StackProblem(e.getMessage());
            }
            progress.accept("login server");
        }
    }

    private synchronized void keep(IdentityServer started) {
        identity = started;
        if (closed) {
            started.close();
        }
    }

    private synchronized ManagedProcess started(ManagedProcess process) {
        running.push(process);
        if (closed) {
            process.close();
        }
        return process;
    }

    private void requireFreePorts() {
        for (Port port : Port.values()) {
            boolean external = switch (port) {
                case APPLICATION, MANAGEMENT -> false;
                case MYSQL -> settings.externalDatabase().isPresent();
                case SMTP, IMAP -> settings.externalMailServer().isPresent();
                case MICROSOFT -> settings.partnerTenant().isPresent();
                case IDENTITY -> settings.externalIssuer().isPresent();
                default -> settings.externalEngine().isPresent();
            };
            if (!external) {
                port.requireFree(settings.port(port));
            }
        }
    }

    /** Calls back once when a part dies by itself. */
    void onDeath(Consumer<String> callback) {
        processes().forEach(process -> process.onDeath(callback));
    }

    private synchronized List<ManagedProcess> processes() {
        return new ArrayList<>(running);
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        List<ManagedProcess> ending;
        MailServer mail;
        MicrosoftSimulator simulator;
        IdentityServer logins;
        synchronized (this) {
            closed = true;
            ending = new ArrayList<>(running);
            running.clear();
            mail = mailServer;
            simulator = microsoft;
            logins = identity;
            mailServer = null;
        }
        ending.forEach(ManagedProcess::announceStop);
        ending.forEach(ManagedProcess::close);
        if (mail != null) {
            mail.close();
        }
        if (simulator != null) {
            simulator.close();
        }
        if (logins != null) {
            logins.close();
        }
    }

    /** Address of the application, without a slash at its end. */
    public String applicationUrl() {
        return settings.url(Port.APPLICATION);
    }

    /** Address at which the application tells about itself, without a slash at its end. */
    public String managementUrl() {
        return settings.url(Port.MANAGEMENT);
    }

    /** Whether MySQL and the engine at this address see the same; what was said goes to the file. */
    public boolean auditIsClean(String engineUrl, Path told) {
        return Application.audit(settings, Map.of("CASEWRIGHT_ENGINE_REST", engineUrl), told) == 0;
    }

    /** Address of the login server, without a slash at its end. */
    public String identityUrl() {
        return settings.url(Port.IDENTITY);
    }

    /** Address of the engine's REST interface, without a slash at its end. */
    public String engineUrl() {
        return settings.setting("CASEWRIGHT_ENGINE_REST", settings.url(Port.ENGINE_REST));
    }

    /**
     * What the embedded engine answers.
     *
     * @param path of its REST interface
     * @param body as JSON, to be posted; null to get
     */
    public String askEngine(String path, String body) {
        return EngineProcess.ask(
                        settings,
                        path,
                        request -> body == null
                                ? request.GET()
                                : request.header("Content-Type", "application/json")
                                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .body();
    }

    /** What the embedded engine asks of its callers. */
    public EngineLogin engineLogin() {
        return settings.engineLogin();
    }

    /** Address of the engine's gRPC interface. */
    public String engineGrpcUrl() {
        return settings.externalEngine().orElseGet(() -> settings.url(Port.ENGINE_GRPC));
    }

    /** JDBC address of the application's schema. */
    public String databaseUrl() {
        return settings.externalDatabase().orElseGet(() -> MySqlServer.url(settings));
    }

    /** What the stack's own mail server has taken for the address, the oldest first. */
    public synchronized List<MimeMessage> mailbox(String address) {
        return mailServer.mailbox(address);
    }

    /** Somebody writes a mail, which the stack's own mail server takes. */
    public synchronized void sendMail(String from, String to, String subject, String text) {
        mailServer.send(from, to, subject, text);
    }

    /** A mail as somebody's program made it. */
    public synchronized void sendMail(InputStream mail) {
        mailServer.send(mail);
    }

    /** The simulated Microsoft, to be directed. */
    public synchronized MicrosoftSimulator microsoft() {
        return microsoft;
    }

    /** Whether the Desk shows an open task of the case. */
    public boolean hasOpenTask(String caseNumber) {
        return openTasks(List.of(caseNumber)) > 0;
    }

    /** How many open tasks the Desk shows of these cases. */
    public int openTasks(Iterable<String> caseNumbers) {
        return ask(
                "SELECT COUNT(*) FROM user_task WHERE state = 'OPEN' AND case_number IN (%s)",
                caseNumbers, LocalStack::number);
    }

    /** How many cases went on in the engine that runs now, which had lost them. */
    int casesGoneOn() {
        return number("SELECT COUNT(DISTINCT case_id) FROM timeline_entry WHERE kind = 'SET_GOING_AGAIN'"
                + " AND recorded_at >= (SELECT started_at FROM engine_generation ORDER BY id DESC LIMIT 1)");
    }

    /** When the Desk could show the first task of each of these cases; cases without any are left out. */
    public Map<String, Instant> firstTasks(Iterable<String> caseNumbers) {
        return ask(
                "SELECT case_number, MIN(created_at) FROM user_task WHERE case_number IN (%s) GROUP BY case_number",
                caseNumbers, rows -> {
                    var first = new HashMap<String, Instant>();
                    while (rows.next()) {
                        first.put(
                                rows.getString(1),
                                rows.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC));
                    }
                    return first;
                });
    }

    private interface Reading<T> {

        T of(ResultSet rows) throws SQLException;
    }

    private int number(String sql) {
        return ask(sql, LocalStack::number);
    }

    private static int number(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getInt(1);
    }

    private <T> T ask(String sql, Iterable<String> caseNumbers, Reading<T> reading) {
        String list = StreamSupport.stream(caseNumbers.spliterator(), false)
                .map(number -> "'" + number + "'")
                .collect(Collectors.joining(", "));
        return ask(sql.formatted(list.isEmpty() ? "''" : list), reading);
    }

    private <T> T ask(String sql, Reading<T> reading) {
        try (var connection = DriverManager.getConnection(
                        databaseUrl(),
                        settings.setting("CASEWRIGHT_DB_USER", MySqlServer.USER),
                        settings.setting("CASEWRIGHT_DB_PASSWORD", MySqlServer.PASSWORD));
                var rows = connection.createStatement().executeQuery(sql)) {
            return reading.of(rows);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Resident memory of all its processes and of this one, in megabytes. */
    public double residentMegabytes() {
        return Stream.concat(
                        Stream.of(ProcessHandle.current().pid()),
                        processes().stream().map(ManagedProcess::pid))
                .mapToDouble(LocalStack::residentMegabytes)
                .sum();
    }

    /** Resident memory of a process, in megabytes. */
    public static double residentMegabytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Integer.parseInt(line.replaceAll("\\D", "")) / 1024.0)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Process id of the application. */
    public long applicationPid() {
        return pid(Application.NAME);
    }

    /** Process id of the embedded engine. */
    public long enginePid() {
        return pid(EngineProcess.NAME);
    }

    /** Process id of MySQL. */
    public long databasePid() {
        return pid(MySqlServer.NAME);
    }

    private long pid(String name) {
        return processes().stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow()
                .pid();
    }
}
