package io.casewright.localstack;

import io.casewright.localstack.identity.IdentityServer;
import io.casewright.simulator.MicrosoftSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A stack of its own with two applications, each part of which can be ended, made to stand still and cut off. What breaks it is
 * also who mends it: a part that was ended comes back only when it is told to.
 */
public final class BreakableStack implements AutoCloseable {

    private final StackSettings settings;
    private final Consumer<String> progress;
    private final Map<Part, ManagedProcess> running = Collections.synchronizedMap(new EnumMap<>(Part.class));
    private final Map<Part, BreakableApplication> applications = new EnumMap<>(Part.class);
    private final SmallDisk disk;
    private final MicrosoftSimulator microsoft;
    private final AtomicBoolean closed = new AtomicBoolean();
    private IdentityServer identity;
    private String engineName = newEngineName();

    /** What can be broken. */
    public enum Part {
        FIRST_APPLICATION,
        SECOND_APPLICATION,
        ENGINE,
        MYSQL,
        MAIL_SERVER;

        boolean isApplication() {
            return this == FIRST_APPLICATION || this == SECOND_APPLICATION;
        }

        /** Its name in a sentence. */
        public String words() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ').replace("mysql", "MySQL");
        }
    }

    private BreakableStack(StackSettings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
        this.disk = SmallDisk.in(settings.home().resolve("disk"));
        MovableClock.prepare(settings.home());
        this.microsoft = MicrosoftSimulator.start(settings.port(Port.MICROSOFT));
        settings.keepData("mysql", disk.folder().resolve("mysql"));
    }

    /**
     * Starts everything and returns when both applications are at work.
     *
     * @param home emptied first
     */
    public static BreakableStack start(Path home, Consumer<String> progress) {
        // One that was killed itself has left its disk.
        SmallDisk.leave(home.resolve("disk"));
        var stack = new BreakableStack(StackSettings.besideOthers(home), progress);
        // Whatever ends the run, nothing of it is left.
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        try {
            stack.start();
            return stack;
        } catch (RuntimeException | Error e) {
            stack.close();
            throw e;
        }
    }

    private void start() {
        var unpacked = CompletableFuture.runAsync(() -> Application.prepare(settings));
        start(Part.MAIL_SERVER);
        start(Part.MYSQL);
        progress.accept("MySQL");
        applications.put(Part.FIRST_APPLICATION, BreakableApplication.first(settings));
        applications.put(Part.SECOND_APPLICATION, BreakableApplication.another(settings));
        IdentityServer.hush();
        identity = IdentityServer.start(settings.port(Port.IDENTITY), applicationUrls());
        unpacked.join();
        start(Part.ENGINE);
        progress.accept("both applications");
    }

    /** What was ended comes back. An engine that comes back is empty, and so the applications begin anew with it. */
    public void start(Part part) {
        switch (part) {
            case FIRST_APPLICATION, SECOND_APPLICATION -> launch(part);
            case ENGINE -> startEngine();
            case MYSQL -> {
                settings.keepLog("mysql");
                var server = started(part, MySqlServer.launch(settings));
                MySqlServer.awaitReady(server, settings);
            }
            case MAIL_SERVER -> {
                settings.keepLog("mail");
                started(part, MailMain.launch(settings, mailJournal()));
            }
        }
    }

    private void startEngine() {
        // As the embedded engine demands: nobody works with the old one while the new one is set going.
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> end(Part.FIRST_APPLICATION)),
                        CompletableFuture.runAsync(() -> end(Part.SECOND_APPLICATION)))
                .join();
        settings.keepLog("engine");
        var engine = started(Part.ENGINE, EngineProcess.launch(settings));
        engineName = newEngineName();
        EngineProcess.awaitReady(engine, settings);
        launch(Part.FIRST_APPLICATION);
        launch(Part.SECOND_APPLICATION);
    }

    private void launch(Part part) {
        var application = applications.get(part);
        var process = started(part, application.launch(engineName));
        application.awaitReady(process);
    }

    private void end(Part part) {
        var process = running.get(part);
        if (process != null) {
            process.close();
        }
    }

    private ManagedProcess started(Part part, ManagedProcess process) {
        running.put(part, process);
        if (closed.get()) {
            process.close();
        }
        return process;
    }

    /** Without a word, by SIGKILL. */
    public void kill(Part part) {
        running.get(part).kill();
    }

    public boolean isRunning(Part part) {
        return running.get(part).isRunning();
    }

    /** It does nothing, but all its connections stay. */
    public void standStill(Part part) {
        running.get(part).standStill();
    }

    public void goOn(Part part) {
        running.get(part).goOn();
    }

    /** How nobody, or everybody again, reaches the part; an application cut off reaches nothing either. */
    public void ways(Part part, TcpProxy.State state) {
        if (part.isApplication()) {
            applications.get(part).all().forEach(way -> way.be(state));
        } else {
            applications
                    .values()
                    .forEach(application -> application.waysTo(part).forEach(way -> way.be(state)));
        }
    }

    /** By how much the clock of an application is ahead of the machine's. */
    public void moveClock(Part application, Duration ahead) {
        applications.get(application).moveClock(ahead);
    }

    /** The small disk that MySQL's data lies on. */
    public SmallDisk disk() {
        return disk;
    }

    /** Whether both applications say that they work. */
    public boolean isHealthy() {
        return applications.values().stream().allMatch(BreakableApplication::isHealthy);
    }

    /** Where the customers and the agents reach the two applications. */
    public List<String> applicationUrls() {
        return applications.values().stream().map(BreakableApplication::url).toList();
    }

    /** JDBC address of the application's schema, not cut by anything. */
    public String databaseUrl() {
        return MySqlServer.url(settings);
    }

    public MicrosoftSimulator microsoft() {
        return microsoft;
    }

    /** Id and subject of every letter that was taken, with a tab between, in the order of their coming. */
    public Path mailJournal() {
        return settings.home().resolve("mails");
    }

    /** Whether MySQL and the engine see the same; what was said goes to the file. */
    public boolean auditIsClean(Path told) {
        return Application.audit(settings, Map.of(), told) == 0;
    }

    private static String newEngineName() {
        return "embedded-" + UUID.randomUUID();
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        running.values().forEach(ManagedProcess::announceStop);
        for (Part part : Part.values()) {
            var process = running.get(part);
            if (process != null && process.isRunning()) {
                process.goOn();
                process.close();
            }
        }
        applications.values().forEach(BreakableApplication::close);
        microsoft.close();
        if (identity != null) {
            identity.close();
        }
        disk.close();
    }
}
