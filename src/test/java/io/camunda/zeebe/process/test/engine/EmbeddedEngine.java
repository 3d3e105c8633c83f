package io.camunda.zeebe.process.test.engine;

import io.camunda.search.clients.SearchClientsProxy;
import io.camunda.security.auth.BrokerRequestAuthorizationConverter;
import io.camunda.security.configuration.SecurityConfiguration;
import io.camunda.zeebe.db.AccessMetricsConfiguration;
import io.camunda.zeebe.db.ConsistencyChecksSettings;
import io.camunda.zeebe.db.ZeebeDb;
import io.camunda.zeebe.db.impl.rocksdb.RocksDbConfiguration;
import io.camunda.zeebe.db.impl.rocksdb.ZeebeRocksDbFactory;
import io.camunda.zeebe.engine.Engine;
import io.camunda.zeebe.engine.EngineConfiguration;
import io.camunda.zeebe.engine.processing.EngineProcessors;
import io.camunda.zeebe.engine.processing.message.command.SubscriptionCommandSender;
import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.protocol.ZbColumnFamilies;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.RejectionType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.scheduler.ActorScheduler;
import io.camunda.zeebe.scheduler.clock.ControlledActorClock;
import io.camunda.zeebe.stream.impl.ControllableStreamClockImpl;
import io.camunda.zeebe.stream.impl.StreamProcessor;
import io.camunda.zeebe.util.FeatureFlags;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The engine of Zeebe Process Test with its state in RocksDB, where cost does not grow with what is open, on loopback only.
 * The one class that knows how its parts are put together. It keeps its log and its state no longer than it runs.
 */
public final class EmbeddedEngine implements AutoCloseable {

    private static final int PARTITION = 1;
    private static final long STATE_MEMORY = 64L * 1024 * 1024;

    private final ControlledActorClock clock = new ControlledActorClock();
    private final ActorScheduler scheduler =
            ActorScheduler.newActorScheduler().setActorClock(clock).build();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final PassingLog storage = new PassingLog();
    private final int port;
    private final LogStream logStream;
    private final CommandWriter commands;
    private final EngineAnswers answers;
    private final ZeebeDb<ZbColumnFamilies> state;
    private final StreamProcessor processor;
    private final RecordFollower follower;
    private final Server grpc;

    /** What the engine said to a command: a rejection of {@code NULL_VAL} means that it was taken. */
    public record Answer(long key, RejectionType rejection, String reason) {

        public boolean isTaken() {
            return rejection == RejectionType.NULL_VAL;
        }
    }

    /**
     * Starts an engine.
     *
     * @param port for gRPC on loopback; 0 for any that is free
     * @param folder for its state, empty or not there yet
     * @param mayEnter whether a call with this header {@code Authorization}, or null for none, is served
     * @param followed is told every record in order, by a thread of its own
     */
    public EmbeddedEngine(int port, Path folder, Predicate<String> mayEnter, Consumer<Record<?>> followed) {
        this.port = port == 0 ? freePort() : port;
        scheduler.start();
        logStream = LogStream.builder()
                .withPartitionId(PARTITION)
                .withLogStorage(storage)
                .withClock(clock)
                .withMeterRegistry(meters)
                .build();
        commands = new CommandWriter(logStream.newLogStreamWriter());
        state = stateIn(folder);
        var requests = new GatewayRequestStore();
        var jobs = new InMemoryJobStreamer(commands);
        var gateway = new GrpcToLogStreamGateway(commands, PARTITION, 1, this.port, requests, jobs);
        answers = new EngineAnswers(new GrpcResponseWriter(gateway, requests, null));
        processor = processor(jobs);
        follower = new RecordFollower(logStream.newLogStreamReader(), followed);
        storage.addCommitListener(follower::wake);
        grpc = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port))
                .addService(ServerInterceptors.intercept(gateway, door(mayEnter)))
                .build();
        start();
    }

    private static ServerInterceptor door(Predicate<String> mayEnter) {
        var header = Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
        return new ServerInterceptor() {
            @Override
            public <Q, A> ServerCall.Listener<Q> interceptCall(
                    ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
                if (mayEnter.test(headers.get(header))) {
                    return next.startCall(call, headers);
                }
                call.close(
                        Status.UNAUTHENTICATED.withDescription("The embedded engine asks for its login"),
                        new Metadata());
                return new ServerCall.Listener<>() {};
            }
        };
    }

    private void start() {
        try {
            grpc.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Port %d is taken".formatted(port), e);
        }
        processor.openAsync(false).join();
        follower.start();
    }

    private static ZeebeDb<ZbColumnFamilies> stateIn(Path folder) {
        var settings = new RocksDbConfiguration().setMemoryLimit(STATE_MEMORY).setWalDisabled(true);
        var factory = new ZeebeRocksDbFactory<ZbColumnFamilies>(
                settings,
                new ConsistencyChecksSettings(false, false),
                new AccessMetricsConfiguration(AccessMetricsConfiguration.Kind.NONE, PARTITION),
                SimpleMeterRegistry::new);
        return factory.createDb(folder.toFile());
    }

    private StreamProcessor processor(InMemoryJobStreamer jobs) {
        var security = new SecurityConfiguration();
        security.getAuthorizations().setEnabled(false);
        var sender = new CommandSender(commands);
        var engine = new Engine(
                context -> EngineProcessors.createEngineProcessors(
                        context,
                        1,
                        new SubscriptionCommandSender(context.getPartitionId(), sender),
                        sender,
                        FeatureFlags.createDefault(),
                        jobs,
                        SearchClientsProxy.noop(),
                        new BrokerRequestAuthorizationConverter(security)),
                new EngineConfiguration(),
                security);
        return StreamProcessor.builder()
                .logStream(logStream)
                .zeebeDb(state)
                .commandResponseWriter(answers)
                .partitionCommandSender(sender)
                .recordProcessors(List.of(engine))
                .actorSchedulingService(scheduler)
                .clock(new ControllableStreamClockImpl(clock))
                .meterRegistry(meters)
                .build();
    }

    /** Port of gRPC. */
    public int port() {
        return port;
    }

    /**
     * Gives the engine a command that its gRPC does not take.
     *
     * @param key of what the command is about
     */
    public CompletableFuture<Answer> command(ValueType type, Intent intent, long key, UnifiedRecordValue value) {
        var answer = new CompletableFuture<Answer>();
        var metadata = new RecordMetadata()
                .recordType(RecordType.COMMAND)
                .valueType(type)
                .intent(intent)
                .requestStreamId(EngineAnswers.OURS)
                .requestId(answers.expect(answer));
        commands.writeCommandWithKey(key, value, metadata);
        return answer;
    }

    /** Moves the engine's clock ahead; it goes on from there. */
    public void increaseTime(Duration time) {
        clock.addTime(time);
    }

    /** Whether all that was written so far is processed and was told to who follows. */
    public boolean isIdle() {
        return processor.hasProcessingReachedTheEnd().join() && follower.isAtEnd();
    }

    /** Position of the last record that was told to who follows; grows as long as anything happens. */
    public long position() {
        return follower.position();
    }

    /** Lets go of all records that were processed and told; for an engine that runs for long. */
    public void forgetThePast() {
        long processed = processor.getLastProcessedPositionAsync().join();
        storage.forgetBefore(Math.min(processed, follower.position()));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        grpc.shutdownNow();
        follower.close();
        processor.close();
        logStream.close();
        try {
            state.close();
            scheduler.stop().get();
        } catch (Exception e) {
            throw new IllegalStateException("The engine did not end as it should", e);
        }
    }
}
