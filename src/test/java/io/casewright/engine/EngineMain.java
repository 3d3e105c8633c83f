package io.casewright.engine;

import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The embedded engine as a process of its own: arguments are the ports of gRPC and REST, and the folder of its state. What it asks
 * of its callers is in the environment, where other users of the machine cannot read it.
 */
public final class EngineMain {

    /** Environment variables of its login. */
    public static final String USER = "CASEWRIGHT_ENGINE_USER";

    public static final String PASSWORD = "CASEWRIGHT_ENGINE_PASSWORD";

    private EngineMain() {}

    public static void main(String[] arguments) {
        var engine = LocalEngine.start(
                Integer.parseInt(arguments[0]),
                Integer.parseInt(arguments[1]),
                new EngineLogin(System.getenv(USER), System.getenv(PASSWORD)),
                Path.of(arguments[2]),
                record -> {});
        var housekeeping = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("housekeeping").factory());
        var ignored = housekeeping.scheduleWithFixedDelay(engine::forgetThePast, 1, 1, TimeUnit.SECONDS);
        Runtime.getRuntime().addShutdownHook(new Thread(engine::close));
        System.out.println("The engine is ready: " + engine.grpcAddress() + ", " + engine.restAddress());
    }
}
