package io.casewright.conversation;

import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** Which conversations there are, and how all take a step at once. */
final class Together {

    private static final int AT_ONCE = 4;

    private Together() {}

    /** The only one that is asked for by {@code -Dconversation}, or so many. */
    static LongStream seeds(int first, int many) {
        Long only = Long.getLong("conversation");
        return only == null ? LongStream.range(first, first + many) : LongStream.of(only);
    }

    static <T> void each(Collection<T> all, Consumer<T> deed) throws InterruptedException, ExecutionException {
        try (var executor = Executors.newFixedThreadPool(AT_ONCE)) {
            var deeds = all.stream()
                    .<Callable<Object>>map(each -> Executors.callable(() -> deed.accept(each)))
                    .toList();
            for (var done : executor.invokeAll(deeds)) {
                done.get();
            }
        }
    }
}
