package io.camunda.zeebe.process.test.engine;

import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.RejectionType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.stream.api.CommandResponseWriter;
import io.camunda.zeebe.util.buffer.BufferUtil;
import io.camunda.zeebe.util.buffer.BufferWriter;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.agrona.DirectBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the engine's answers to whoever asked: to gRPC callers as Zeebe Process Test does it, to others by a future. */
final class EngineAnswers implements CommandResponseWriter {

    /** Tells commands of ours from those that came over gRPC. */
    static final int OURS = 4_711;

    private static final Logger log = LoggerFactory.getLogger(EngineAnswers.class);

    private final CommandResponseWriter grpc;
    private final Map<Long, CompletableFuture<EmbeddedEngine.Answer>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private long key;
    private RejectionType rejection = RejectionType.NULL_VAL;
    private String reason = "";

    EngineAnswers(CommandResponseWriter grpc) {
        this.grpc = grpc;
    }

    long expect(CompletableFuture<EmbeddedEngine.Answer> answer) {
        long number = numbers.incrementAndGet();
        waiting.put(number, answer);
        return number;
    }

    @Override
    public CommandResponseWriter partitionId(int id) {
        grpc.partitionId(id);
        return this;
    }

    @Override
    public CommandResponseWriter key(long value) {
        key = value;
        grpc.key(value);
        return this;
    }

    @Override
    public CommandResponseWriter intent(Intent intent) {
        grpc.intent(intent);
        return this;
    }

    @Override
    public CommandResponseWriter recordType(RecordType type) {
        grpc.recordType(type);
        return this;
    }

    @Override
    public CommandResponseWriter valueType(ValueType type) {
        grpc.valueType(type);
        return this;
    }

    @Override
    public CommandResponseWriter rejectionType(RejectionType type) {
        rejection = type;
        grpc.rejectionType(type);
        return this;
    }

    @Override
    public CommandResponseWriter rejectionReason(DirectBuffer words) {
        reason = BufferUtil.bufferAsString(words);
        grpc.rejectionReason(words);
        return this;
    }

    @Override
    public CommandResponseWriter valueWriter(BufferWriter value) {
        grpc.valueWriter(value);
        return this;
    }

    @Override
    public void tryWriteResponse(int stream, long number) {
        if (stream == OURS) {
            var answer = waiting.remove(number);
            if (answer != null) {
                answer.completeAsync(answerNow());
            }
            return;
        }
        try {
            grpc.tryWriteResponse(stream, number);
        } catch (RuntimeException e) {
            // The caller has gone; the engine must not stop for that.
            log.debug("Nobody waits for the answer to request {}", number, e);
        }
    }

    private Supplier<EmbeddedEngine.Answer> answerNow() {
        var answer = new EmbeddedEngine.Answer(key, rejection, reason);
        return () -> answer;
    }
}
