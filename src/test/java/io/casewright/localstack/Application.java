package io.casewright.localstack;

import io.casewright.simulator.Tokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Casewright itself, from the packaged jar, with the story's customers. */
final class Application {

    private static final Path JAR = Path.of("target", "casewright.jar").toAbsolutePath();

    private static final List<String> JVM = List.of(
            "-Xms64m",
            "-Xmx144m",
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
     * Unpacks the application and, once per version, starts it as far as its beans: that fills the class archive, with
     * which every start takes half of the time. Needs the database only.
     */
    static void prepare(StackSettings settings) {
        Path unpacked = unpack(settings);
        if (archive(unpacked).toFile().lastModified() < unpacked.toFile().lastModified()) {
            // What goes wrong here goes wrong in the real start as well, which tells it.
            run("Casewright (first start)", "casewright-first-start", settings, "-Dspring.context.exit=onRefresh")
                    .awaitEnd(Duration.ofSeconds(120));
        }
    }

    static ManagedProcess launch(StackSettings settings) {
        return run("Casewright", "casewright", settings);
    }

    private static ManagedProcess run(String name, String log, StackSettings settings, String... options) {
        Path unpacked = unpacked(settings);
        var environment = new HashMap<String, String>();
        environment.put("SPRING_PROFILES_ACTIVE", "local");
        environment.put("CASEWRIGHT_APP_PORT", "" + settings.port(Port.APPLICATION));
        environment.put("CASEWRIGHT_DB_URL", settings.externalDatabase().orElseGet(() -> MySqlServer.url(settings)));
        environment.put("CASEWRIGHT_DB_USER", settings.setting("CASEWRIGHT_DB_USER", MySqlServer.USER));
        environment.put("CASEWRIGHT_DB_PASSWORD", settings.setting("CASEWRIGHT_DB_PASSWORD", MySqlServer.PASSWORD));
        environment.put(
                "CASEWRIGHT_ENGINE_GRPC", settings.externalEngine().orElseGet(() -> settings.url(Port.ZEEBE_GRPC)));
        environment.put(
                "CASEWRIGHT_ENGINE_REST", settings.setting("CASEWRIGHT_ENGINE_REST", settings.url(Port.ZEEBE_REST)));
        if (settings.externalMailServer().isEmpty()) {
            environment.put("CASEWRIGHT_MAIL_HOST", "127.0.0.1");
            environment.put("CASEWRIGHT_MAIL_PORT", "" + settings.port(Port.SMTP));
            environment.put("CASEWRIGHT_MAIL_USER", "");
            environment.put("CASEWRIGHT_MAIL_AUTH", "false");
            environment.put("CASEWRIGHT_MAIL_STARTTLS", "false");
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
        jvm.addAll(List.of(options));
        jvm.addAll(List.of("-XX:SharedArchiveFile=" + archive(unpacked), "-jar"));
        return ManagedProcess.start(
                name, settings.log(log), settings.home(), Java.command(jvm, unpacked.toString()), environment);
    }

    private static Map<String, String> simulatedMicrosoft(String address) {
        return Map.of(
                "CASEWRIGHT_INVOICE_FILE_HOSTS",
                "127.0.0.1",
                "CASEWRIGHT_MICROSOFT_PARTNER_TENANT",
                Tokens.PARTNER_TENANT,
                "CASEWRIGHT_MICROSOFT_CLIENT_ID",
                Tokens.CLIENT_ID,
                "CASEWRIGHT_MICROSOFT_CLIENT_SECRET",
                Tokens.CLIENT_SECRET,
                "CASEWRIGHT_MICROSOFT_CLIENT_CERTIFICATE",
                "",
                "CASEWRIGHT_MICROSOFT_REFRESH_TOKEN",
                Tokens.REFRESH_TOKEN,
                "CASEWRIGHT_MICROSOFT_LOGIN",
                address,
                "CASEWRIGHT_MICROSOFT_GRAPH",
                address,
                "CASEWRIGHT_MICROSOFT_PARTNER_CENTER",
                address,
                "CASEWRIGHT_MICROSOFT_AZURE",
                address);
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

    static void awaitReady(ManagedProcess application, StackSettings settings) {
        application.await(
                "is healthy",
                Duration.ofSeconds(120),
                () -> Http.get(settings.url(Port.APPLICATION) + "/actuator/health")
                        .isOk());
    }
}
