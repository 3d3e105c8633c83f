package io.casewright.chaos;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jsoup.Jsoup;

/** Looks at the page of operations all the time and has retried what stands there, as its remedy says. */
final class Operator implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final String LOGIN = "operations";

    private final Callers callers;
    private final Queue<String> retried = new ConcurrentLinkedQueue<>();
    private final Thread work;

    Operator(Callers callers) {
        this.callers = callers;
        this.work = Thread.ofVirtual().start(this::watch);
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            Life.pause(EVERY);
            try {
                look();
            } catch (IllegalStateException e) {
                // Interrupted, and the day is over.
                return;
            }
        }
    }

    private void look() {
        var page = Jsoup.parse(callers.getAtDesk(LOGIN, "/operations").body());
        for (var group : page.select("article.group:has(input[name=cause])")) {
            retried.add(group.text());
            String cause = group.select("input[name=cause]").attr("value");
            callers.postAtDesk(
                    LOGIN,
                    "/operations/retries",
                    "application/x-www-form-urlencoded",
                    "cause=" + URLEncoder.encode(cause, StandardCharsets.UTF_8));
        }
    }

    /** What was retried, in the words of the page. */
    Queue<String> retried() {
        return retried;
    }

    @Override
    public void close() {
        work.interrupt();
    }
}
