package io.casewright.localstack;

import io.casewright.engine.EngineLogin;
import io.casewright.engine.EngineMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/** Where the stack lives: its folders, its ports, and the parts that are somebody else's. */
public final class StackSettings {

    private static final Path DIST = Path.of(".casewright", "dist").toAbsolutePath();

    private String databaseMemory = "128M";
    private final Map<Port, Integer> ports = new EnumMap<>(Port.class);
    private final Map<String, Path> folders = new HashMap<>();
    private final Map<String, String> environment;
    private final Path home;
    private final EngineLogin engineLogin;

    private StackSettings(Map<String, String> environment, Path home) {
        this.environment = Map.copyOf(environment);
        this.home = home.toAbsolutePath();
        var made = EngineLogin.made("casewright");
        this.engineLogin =
                new EngineLogin(setting(EngineMain.USER, made.user()), setting(EngineMain.PASSWORD, made.password()));
        for (Port port : Port.values()) {
            ports.put(port, port.from(environment));
        }
    }

    /** As the environment says, with data and logs under {@code .casewright}. */
    static StackSettings fromEnvironment(Map<String, String> environment) {
        return new StackSettings(environment, Path.of(".casewright"));
    }

    /** As {@link #fromEnvironment}, with the user's own Camunda, whose REST interface is at the address. */
    static StackSettings withCamunda(Map<String, String> environment, String address) {
        URI rest = addressOf(address);
        var more = new HashMap<>(environment);
        more.put("CASEWRIGHT_ENGINE_REST", address);
        more.putIfAbsent("CASEWRIGHT_ENGINE_GRPC", "%s://%s:26500".formatted(rest.getScheme(), rest.getHost()));
        return fromEnvironment(more);
    }

    private static URI addressOf(String address) {
        try {
            URI uri = URI.create(address);
            if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw new StackProblem(
                "--camunda is \"%s\", but it must be the address of Camunda's REST interface, such as http://localhost:8080."
                        .formatted(address));
    }

    /**
     * Free ports and a folder of its own, emptied first, so that it runs beside a stack that is already up.
     */
    public static StackSettings besideOthers(Path home) {
        empty(home);
        var environment = new HashMap<>(System.getenv());
        environment
                .keySet()
                .removeIf(name -> name.startsWith("CASEWRIGHT_DB")
                        || name.startsWith("CASEWRIGHT_ENGINE")
                        || name.startsWith("CASEWRIGHT_MAIL")
                        || name.startsWith("CASEWRIGHT_MICROSOFT")
                        || name.startsWith("CASEWRIGHT_OIDC"));
        var settings = new StackSettings(environment, home);
        settings.ports.putAll(freePorts(Port.values()));
        return settings;
    }

    private static void empty(Path home) {
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As many ports as are named, all of them free. */
    static Map<Port, Integer> freePorts(Port... wanted) {
        // All held open at once, so that no two parts are given the same.
        var held = new ArrayList<ServerSocket>();
        var free = new EnumMap<Port, Integer>(Port.class);
        try {
            for (Port port : wanted) {
                var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                free.put(port, socket.getLocalPort());
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
            return free;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same stack as it is seen by somebody who reaches parts of it elsewhere. */
    StackSettings through(Map<Port, Integer> others) {
        var more = new HashMap<>(environment);
        more.put(EngineMain.USER, engineLogin.user());
        more.put(EngineMain.PASSWORD, engineLogin.password());
        var seen = new StackSettings(more, home);
        seen.folders.putAll(folders);
        seen.ports.putAll(ports);
        seen.ports.putAll(others);
        return seen;
    }

    /** The part keeps its data in this folder from now on. */
    void keepData(String part, Path folder) {
        folders.put(part, folder);
    }

    /** What the embedded engine asks of its callers: made anew for each stack, unless the environment names it. */
    public EngineLogin engineLogin() {
        return engineLogin;
    }

    /** For the commands beside the stack; nobody else may read it. */
    void keepEngineLogin() {
        try {
            Files.createDirectories(home);
            Files.deleteIfExists(keptLogin());
            Files.createFile(
                    keptLogin(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(keptLogin(), List.of(engineLogin.user(), engineLogin.password()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same for a command beside the stack that is up. */
    StackSettings withRunningEngine() {
        if (externalEngine().isPresent()) {
            return this;
        }
        try {
            var login = Files.readAllLines(keptLogin());
            var more = new HashMap<>(environment);
            more.put(EngineMain.USER, login.get(0));
            more.put(EngineMain.PASSWORD, login.get(1));
            return new StackSettings(more, home);
        } catch (IOException e) {
            throw new StackProblem("Nothing is up in this folder. Start it first: ./casewright up");
        }
    }

    private Path keptLogin() {
        return home.resolve("engine-login");
    }

    Path dist(String part) {
        return DIST.resolve(part);
    }

    Path data(String part) {
        return folders.getOrDefault(part, home.resolve("data").resolve(part));
    }

    Path log(String part) {
        return home.resolve("logs").resolve(part + ".log");
    }

    /** The log of the part's last start stays under another name, for its next one. */
    void keepLog(String part) {
        Path log = log(part);
        try {
            for (int nth = 1; Files.exists(log); nth++) {
                Path kept = log(part + "-" + nth);
                if (!Files.exists(kept)) {
                    Files.move(log, kept);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path home() {
        return home;
    }

    int port(Port port) {
        return ports.getOrDefault(port, 0);
    }

    String url(Port port) {
        return "http://127.0.0.1:" + port(port);
    }

    String setting(String name, String otherwise) {
        return environment.getOrDefault(name, otherwise);
    }

    /** How much of its data a local MySQL keeps at hand, as it writes sizes; little unless said otherwise. */
    String databaseMemory() {
        return databaseMemory;
    }

    /** With a local MySQL of another size. */
    public StackSettings databaseMemory(String size) {
        databaseMemory = size;
        return this;
    }

    /** The JDBC address of a database that is used instead of a local one. */
    Optional<String> externalDatabase() {
        return Optional.ofNullable(environment.get("CASEWRIGHT_DB_URL"));
    }

    /** The name of a mail server that is used instead of a local one. */
    Optional<String> externalMailServer() {
        return Optional.ofNullable(environment.get("CASEWRIGHT_MAIL_HOST"));
    }

    /** The partner's tenant at the real Microsoft, which is then used instead of the simulated one. */
    Optional<String> partnerTenant() {
        return Optional.ofNullable(environment.get("CASEWRIGHT_MICROSOFT_PARTNER_TENANT"));
    }

    /** The OpenID Connect issuer where people log in instead of at a local one. */
    Optional<String> externalIssuer() {
        return Optional.ofNullable(environment.get("CASEWRIGHT_OIDC_ISSUER"));
    }

    /** The gRPC address of an engine that is used instead of a local one. */
    Optional<String> externalEngine() {
        return Optional.ofNullable(environment.get("CASEWRIGHT_ENGINE_GRPC"));
    }
}
