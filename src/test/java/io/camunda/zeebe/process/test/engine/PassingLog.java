package io.camunda.zeebe.process.test.engine;

import io.camunda.zeebe.logstreams.storage.LogStorage;
import io.camunda.zeebe.logstreams.storage.LogStorageReader;
import io.camunda.zeebe.util.buffer.BufferWriter;
import java.nio.ByteBuffer;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArraySet;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** The engine's log in memory, of which what everybody has read can be forgotten; kept whole it would grow by some 48 KB a case. */
final class PassingLog implements LogStorage {

    private final ConcurrentSkipListMap<Long, ByteBuffer> blocks = new ConcurrentSkipListMap<>();
    private final Set<CommitListener> listeners = new CopyOnWriteArraySet<>();
    private long appended;

    @Override
    public LogStorageReader newReader() {
        return new Reader();
    }

    @Override
    public void append(long lowest, long highest, BufferWriter writer, AppendListener listener) {
        var block = ByteBuffer.allocate(writer.getLength());
        writer.write(new UnsafeBuffer(block), 0);
        blocks.put(lowest, block);
        appended++;
        listener.onWrite(appended, highest);
        listener.onCommit(appended, highest);
        listeners.forEach(CommitListener::onCommit);
    }

    /** Forgets all blocks before the one that holds the position. */
    void forgetBefore(long position) {
        Long holder = blocks.floorKey(position);
        if (holder != null) {
            blocks.headMap(holder, false).clear();
        }
    }

    @Override
    public void addCommitListener(CommitListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeCommitListener(CommitListener listener) {
        listeners.remove(listener);
    }

    /** Knows the next block by the last one read, so that forgetting earlier ones does not disturb it. */
    private final class Reader implements LogStorageReader {

        private long next;

        @Override
        public void seek(long position) {
            Long holder = blocks.floorKey(position);
            next = holder == null ? 0 : holder;
        }

        @Override
        public boolean hasNext() {
            return blocks.ceilingKey(next) != null;
        }

        @Override
        public DirectBuffer next() {
            var block = blocks.ceilingEntry(next);
            if (block == null) {
                throw new NoSuchElementException();
            }
            next = block.getKey() + 1;
            return new UnsafeBuffer(block.getValue());
        }

        @Override
        public void close() {}
    }
}
