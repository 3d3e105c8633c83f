package io.casewright.engine;

import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The embedded engine as a process of its own: arguments are the ports of gRPC and REST, and the folder of its state. */
public final class EngineMain {

    private EngineMain() {}

    public static void main(String[] arguments) {
        var engine = LocalEngine.start(
                Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Path.of(arguments[2]), record -> {});
        var housekeeping = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("housekeeping").factory());
        var ignored = housekeeping.scheduleWithFixedDelay(engine::forgetThePast, 1, 1, TimeUnit.SECONDS);
        Runtime.getRuntime().addShutdownHook(new Thread(engine::close));
        System.out.println("The engine is ready: " + engine.grpcAddress() + ", " + engine.restAddress());
    }
}
