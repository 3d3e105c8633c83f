package io.casewright.bench;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Requests at a fixed rate whether or not earlier ones are answered. A duration counts from when the request was due, so
 * a stall shows in every request that it delayed.
 */
final class OpenLoop {

    private OpenLoop() {}

    /** @param opened numbers of the cases that were answered, with when their requests were due */
    record Run(Latencies latencies, Map<String, Instant> opened) {}

    /** @param request is given the requests' numbers, from 0 on */
    static Run run(IntFunction<CompletableFuture<HttpResponse<String>>> request, int perSecond, Duration length) {
        var latencies = new Latencies();
        var opened = new ConcurrentHashMap<String, Instant>();
        var answers = new ArrayList<CompletableFuture<Void>>();
        Instant start = Instant.now();
        long begin = System.nanoTime();
        long gap = Duration.ofSeconds(1).toNanos() / perSecond;
        for (int i = 0; i * gap < length.toNanos(); i++) {
            long due = begin + i * gap;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            answers.add(request.apply(i).handle((answer, failure) -> {
                if (failure == null && answer.statusCode() == 201) {
                    latencies.add(System.nanoTime() - due);
                    opened.put(CaseClient.number(answer.body()), start.plusNanos(due - begin));
                } else {
                    latencies.addError();
                }
                return null;
            }));
        }
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
        return new Run(latencies, opened);
    }
}
