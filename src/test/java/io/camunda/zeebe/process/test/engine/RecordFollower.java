package io.camunda.zeebe.process.test.engine;

import io.camunda.zeebe.logstreams.log.LogStreamReader;
import io.camunda.zeebe.logstreams.log.LoggedEvent;
import io.camunda.zeebe.protocol.impl.record.CopiedRecord;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.record.Record;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Reads the log as it grows, in a thread of its own, and tells each record once. */
final class RecordFollower implements AutoCloseable {

    private final LogStreamReader reader;
    private final Consumer<Record<?>> told;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("record-follower").unstarted(this::follow);
    private volatile long position = -1;
    private boolean woken;
    private volatile boolean atEnd = true;
    private volatile boolean closed;

    RecordFollower(LogStreamReader reader, Consumer<Record<?>> told) {
        this.reader = reader;
        this.told = told;
    }

    void start() {
        reader.seekToFirstEvent();
        thread.start();
    }

    void wake() {
        lock.lock();
        try {
            woken = true;
            atEnd = false;
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    long position() {
        return position;
    }

    boolean isAtEnd() {
        return atEnd;
    }

    private void follow() {
        while (!closed) {
            while (!closed && reader.hasNext()) {
                var event = reader.next();
                told.accept(record(event));
                position = event.getPosition();
            }
            awaitMore();
        }
    }

    private void awaitMore() {
        lock.lock();
        try {
            if (!woken) {
                atEnd = true;
            }
            while (!woken && !closed) {
                more.await();
            }
            woken = false;
        } catch (InterruptedException e) {
            closed = true;
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private static Record<?> record(LoggedEvent event) {
        var metadata = new RecordMetadata();
        event.readMetadata(metadata);
        UnifiedRecordValue value = UnifiedRecordValue.fromValueType(metadata.getValueType());
        event.readValue(value);
        return new CopiedRecord<>(
                value,
                metadata,
                event.getKey(),
                1,
                event.getPosition(),
                event.getSourceEventPosition(),
                event.getTimestamp());
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
