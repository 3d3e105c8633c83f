package io.casewright.engine;

import io.camunda.zeebe.process.test.engine.EmbeddedEngine;
import io.camunda.zeebe.protocol.record.Record;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** The embedded engine with its REST gateway. */
public final class LocalEngine implements AutoCloseable {

    private final EmbeddedEngine engine;
    private final EngineGateway gateway;

    private LocalEngine(EmbeddedEngine engine, EngineGateway gateway) {
        this.engine = engine;
        this.gateway = gateway;
    }

    /**
     * Starts both inside of one test, for whoever finds their ports.
     *
     * @param folder for the engine's state, empty or not there yet
     * @param also is told every record
     */
    public static LocalEngine start(Path folder, Consumer<Record<?>> also) {
        return start(0, 0, EngineLogin.NOT_ASKED, folder, also);
    }

    /**
     * Starts both; ports of 0 stand for any that are free.
     *
     * @param login asked of everybody on both
     * @param folder for the engine's state, empty or not there yet
     * @param also is told every record
     */
    public static LocalEngine start(
            int grpcPort, int restPort, EngineLogin login, Path folder, Consumer<Record<?>> also) {
        var view = new EngineView();
        var engine = new EmbeddedEngine(grpcPort, folder, login::admits, view.andThen(also));
        try {
            return new LocalEngine(engine, new EngineGateway(restPort, login, engine, view));
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    public String grpcAddress() {
        return "http://127.0.0.1:" + engine.port();
    }

    public String restAddress() {
        return "http://127.0.0.1:" + gateway.port();
    }

    /** Moves the engine's clock ahead. */
    public void increaseTime(Duration time) {
        engine.increaseTime(time);
    }

    /** Whether nothing is left to do at this moment. */
    public boolean isIdle() {
        return engine.isIdle();
    }

    /** Grows with whatever happens. */
    public long position() {
        return engine.position();
    }

    /** Lets go of what was done, so that memory does not grow with it. */
    public void forgetThePast() {
        engine.forgetThePast();
    }

    @Override
    public void close() {
        gateway.close();
        engine.close();
    }
}
