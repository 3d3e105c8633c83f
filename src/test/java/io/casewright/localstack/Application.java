package io.casewright.localstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.engine.EngineMain;
import io.casewright.simulator.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Casewright itself, from the packaged jar, with the story's customers. */
final class Application {

    static final String NAME = "Casewright";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path JAR = Path.of("target", "casewright.jar").toAbsolutePath();

    private static final List<String> JVM = List.of(
            "-Xms64m",
            "-Xmx256m",
            "-XX:NewRatio=3",
            // The request reader's library asks for a collection per classifier it trains.
            "-XX:+DisableExplicitGC",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=128m",
            "-XX:MetaspaceSize=144m",
            "-Xss512k",
            "-XX:+AutoCreateSharedArchive");

    private Application() {}

    /**
     * Unpacks the application. The first run of a version fills the class archive when it ends, with which every later start
     * takes half of the time.
     */
    static void prepare(StackSettings settings) {
        Path unpacked = unpack(settings);
        if (archive(unpacked).toFile().lastModified() < unpacked.toFile().lastModified()) {
            forget(archive(unpacked));
        }
    }

    /** One of another version is not written anew but left unused. */
    private static void forget(Path archive) {
        try {
            Files.deleteIfExists(archive);
        } catch (IOException e) {
            throw new StackProblem("The old class archive %s cannot be removed: %s".formatted(archive, e.getMessage()));
        }
    }

    /** @param engineName the name of this start of the embedded engine; empty with an engine of the user's */
    static ManagedProcess launch(StackSettings settings, Optional<String> engineName) {
        return launch(
                settings,
                engineName,
                NAME,
                settings.log("casewright"),
                List.of("-jar", unpacked(settings).toString()));
    }

    /**
     * One whose clock can be moved.
     *
     * @param name what it is called in messages
     */
    static ManagedProcess launch(StackSettings settings, String engineName, String name, Path log, MovableClock clock) {
        var program = new ArrayList<>(clock.options());
        program.addAll(List.of("-jar", unpacked(settings).toString()));
        return launch(settings, Optional.of(engineName), name, log, program);
    }

    private static ManagedProcess launch(
            StackSettings settings, Optional<String> engineName, String name, Path log, List<String> program) {
        var environment = new HashMap<String, String>();
        environment.put("SPRING_PROFILES_ACTIVE", "local");
        // Else the C library keeps memory aside for every few of some seventy threads.
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("CASEWRIGHT_APP_PORT", "" + settings.port(Port.APPLICATION));
        environment.put("CASEWRIGHT_MANAGEMENT_PORT", "" + settings.port(Port.MANAGEMENT));
        environment.putAll(database(settings));
        environment.putAll(engine(settings));
        engineName.ifPresent(start -> environment.put("CASEWRIGHT_ENGINE_NAME", start));
        if (settings.externalIssuer().isEmpty()) {
            environment.put("CASEWRIGHT_OIDC_ISSUER", settings.url(Port.IDENTITY));
        }
        if (settings.externalMailServer().isEmpty()) {
            environment.putAll(localMail(settings));
        }
        if (settings.partnerTenant().isEmpty()) {
            environment.putAll(simulatedMicrosoft(settings.url(Port.MICROSOFT)));
        }
        environment.put(
                "CASEWRIGHT_FLYWAY_LOCATIONS",
                "classpath:db/migration,filesystem:"
                        + Path.of("src", "test", "resources", "db", "story").toAbsolutePath());
        // The simulated Microsoft sets no limit here, so it may be asked often.
        environment.put("CASEWRIGHT_CASEFILE_KNOWNISSUECHECK", "PT5S");
        environment.put("CASEWRIGHT_SERVICEHEALTH_READEVERY", "PT2S");
        var jvm = new ArrayList<>(JVM);
        jvm.add("-XX:SharedArchiveFile=" + archive(unpacked(settings)));
        jvm.addAll(program);
        return ManagedProcess.start(name, log, settings.home(), Java.command(jvm), environment);
    }

    /** The command of the jar that sets going again, at this terminal. */
    static int reseat(StackSettings settings, List<String> options) {
        return command("reseat", settings, Map.of(), options, ProcessBuilder.Redirect.INHERIT);
    }

    /** The command of the jar that compares MySQL and the engine, at this terminal. */
    static int audit(StackSettings settings, List<String> options) {
        return command("audit", settings, Map.of(), options, ProcessBuilder.Redirect.INHERIT);
    }

    /** The same with some other environment, told to a file. */
    static int audit(StackSettings settings, Map<String, String> other, Path told) {
        return command("audit", settings, other, List.of(), ProcessBuilder.Redirect.to(told.toFile()));
    }

    private static int command(
            String name,
            StackSettings settings,
            Map<String, String> other,
            List<String> options,
            ProcessBuilder.Redirect told) {
        var jvm = List.of(
                "-Xmx512m", "-XX:+IgnoreUnrecognizedVMOptions", "--sun-misc-unsafe-memory-access=allow", "-jar");
        var command = Java.command(jvm, JAR.toString(), name);
        command.addAll(options);
        var builder = new ProcessBuilder(command).inheritIO().redirectOutput(told);
        builder.environment().put("SPRING_PROFILES_ACTIVE", "local");
        builder.environment().putAll(database(settings));
        builder.environment().putAll(engine(settings));
        builder.environment().putAll(other);
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new StackProblem("The command cannot be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackProblem("Interrupted; give the command again.");
        }
    }

    /** What is kept: rows and files. */
    private static Map<String, String> database(StackSettings settings) {
        return Map.of(
                "CASEWRIGHT_DB_URL", settings.externalDatabase().orElseGet(() -> MySqlServer.url(settings)),
                "CASEWRIGHT_DB_USER", settings.setting("CASEWRIGHT_DB_USER", MySqlServer.USER),
                "CASEWRIGHT_DB_PASSWORD", settings.setting("CASEWRIGHT_DB_PASSWORD", MySqlServer.PASSWORD),
                "CASEWRIGHT_FILES_FOLDER",
                        settings.data("files").toAbsolutePath().toString());
    }

    private static Map<String, String> engine(StackSettings settings) {
        var engine = new HashMap<String, String>();
        engine.put("CASEWRIGHT_ENGINE_GRPC", settings.externalEngine().orElseGet(() -> settings.url(Port.ENGINE_GRPC)));
        engine.put(
                "CASEWRIGHT_ENGINE_REST", settings.setting("CASEWRIGHT_ENGINE_REST", settings.url(Port.ENGINE_REST)));
        if (settings.externalEngine().isEmpty()) {
            engine.put("CASEWRIGHT_ENGINE_AUTH", "basic");
            engine.put(EngineMain.USER, settings.engineLogin().user());
            engine.put(EngineMain.PASSWORD, settings.engineLogin().password());
        }
        return engine;
    }

    private static Map<String, String> simulatedMicrosoft(String address) {
        return Map.ofEntries(
                Map.entry("CASEWRIGHT_MICROSOFT_PARTNER_TENANT", Tokens.PARTNER_TENANT),
                Map.entry("CASEWRIGHT_MICROSOFT_CLIENT_ID", Tokens.CLIENT_ID),
                Map.entry("CASEWRIGHT_MICROSOFT_CLIENT_SECRET", Tokens.CLIENT_SECRET),
                Map.entry("CASEWRIGHT_MICROSOFT_CLIENT_CERTIFICATE", ""),
                Map.entry("CASEWRIGHT_MICROSOFT_REFRESH_TOKEN", Tokens.REFRESH_TOKEN),
                Map.entry("CASEWRIGHT_MICROSOFT_LOGIN", address),
                Map.entry("CASEWRIGHT_MICROSOFT_GRAPH", address),
                Map.entry("CASEWRIGHT_MICROSOFT_PARTNER_CENTER", address),
                Map.entry("CASEWRIGHT_MICROSOFT_AZURE", address),
                Map.entry("CASEWRIGHT_INVOICE_FILE_HOSTS", "127.0.0.1"),
                Map.entry("CASEWRIGHT_HANDOFF_DESK_API_URL", address + "/desk"),
                Map.entry("CASEWRIGHT_HANDOFF_DESK_API_TOKEN", Tokens.DESK_TOKEN));
    }

    /** The partner's own mailbox for tickets, on the local mail server, where every address is one. */
    private static Map<String, String> localMail(StackSettings settings) {
        return Map.ofEntries(
                Map.entry("CASEWRIGHT_MAIL_HOST", "127.0.0.1"),
                Map.entry("CASEWRIGHT_MAIL_PORT", "" + settings.port(Port.SMTP)),
                Map.entry("CASEWRIGHT_MAIL_USER", ""),
                Map.entry("CASEWRIGHT_MAIL_AUTH", "false"),
                Map.entry("CASEWRIGHT_MAIL_STARTTLS", "false"),
                Map.entry("CASEWRIGHT_INTAKE_MAILBOX_HOST", "127.0.0.1"),
                Map.entry("CASEWRIGHT_INTAKE_MAILBOX_PORT", "" + settings.port(Port.IMAP)),
                Map.entry("CASEWRIGHT_INTAKE_MAILBOX_TLS", "false"),
                Map.entry("CASEWRIGHT_INTAKE_MAILBOX_USER", "support@partner.example"),
                Map.entry("CASEWRIGHT_INTAKE_MAILBOX_PASSWORD", "any"),
                Map.entry("CASEWRIGHT_INTAKE_AUTHSERV_ID", SenderCheck.SERVER),
                Map.entry("CASEWRIGHT_HANDOFF_MAILBOX_HOST", "127.0.0.1"),
                Map.entry("CASEWRIGHT_HANDOFF_MAILBOX_PORT", "" + settings.port(Port.IMAP)),
                Map.entry("CASEWRIGHT_HANDOFF_MAILBOX_TLS", "false"),
                Map.entry("CASEWRIGHT_HANDOFF_MAILBOX_USER", "tickets@partner.example"),
                Map.entry("CASEWRIGHT_HANDOFF_MAILBOX_PASSWORD", "any"),
                Map.entry("CASEWRIGHT_HANDOFF_MAILBOX_AUTHSERV_ID", SenderCheck.SERVER),
                Map.entry("CASEWRIGHT_HANDOFF_MAILBOX_SENDERS", "partner.example"));
    }

    private static Path unpacked(StackSettings settings) {
        return settings.home().resolve("application").resolve(JAR.getFileName());
    }

    private static Path archive(Path unpacked) {
        return unpacked.resolveSibling("casewright.jsa");
    }

    /** Starts a third faster than from the jar of jars. */
    private static Path unpack(StackSettings settings) {
        Path unpacked = unpacked(settings);
        if (!Files.exists(unpacked)
                || unpacked.toFile().lastModified() < JAR.toFile().lastModified()) {
            int exit = ManagedProcess.start(
                            "Casewright (unpacking)",
                            settings.log("casewright-unpacking"),
                            settings.home(),
                            Java.command(
                                    List.of("-Djarmode=tools", "-jar"),
                                    JAR.toString(),
                                    "extract",
                                    "--force",
                                    "--destination",
                                    unpacked.getParent().toString()),
                            Map.of())
                    .awaitEnd(Duration.ofSeconds(60));
            if (exit != 0 || !unpacked.toFile().setLastModified(JAR.toFile().lastModified())) {
                throw new StackProblem(
                        "The application could not be unpacked, see " + settings.log("casewright-unpacking") + ".");
            }
        }
        return unpacked;
    }

    /**
     * An engine of ours is still coming, and then everything that is open is set going in it; one of somebody else's that cannot
     * be used is told at once.
     */
    static void awaitReady(ManagedProcess application, StackSettings settings) {
        application.await("is healthy", Duration.ofSeconds(300), () -> {
            var health = Http.get(settings.url(Port.MANAGEMENT) + "/actuator/health");
            if (settings.externalEngine().isPresent()) {
                engineProblem(health.body()).ifPresent(problem -> {
                    throw new StackProblem(problem);
                });
            }
            return health.isOk();
        });
    }

    private static Optional<String> engineProblem(String health) {
        try {
            var problem = JSON.readTree(health).at("/components/engine/details/problem");
            return problem.isTextual() ? Optional.of(problem.asText()) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
