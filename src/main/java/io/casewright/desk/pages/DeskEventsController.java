package io.casewright.desk.pages;

import io.casewright.desk.application.WatchDesk;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells open pages that the lists have changed; what changed they ask for themselves. */
@RestController
class DeskEventsController {

    private static final Logger log = LoggerFactory.getLogger(DeskEventsController.class);
    /** Then the browser asks anew, and its login is looked at again. */
    private static final long HALF_AN_HOUR = 30 * 60 * 1000L;

    private final WatchDesk watch;
    private final Set<Stream> streams = ConcurrentHashMap.newKeySet();
    private final ExecutorService senders = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("desk-events-", 0).factory());

    DeskEventsController(WatchDesk watch) {
        this.watch = watch;
    }

    @GetMapping(path = "/desk/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events() {
        var stream = new Stream(new SseEmitter(HALF_AN_HOUR));
        stream.open();
        return stream.emitter;
    }

    /** So that what stands between does not take the silence for the end, and who has gone is noticed. */
    @Scheduled(fixedDelay = 20_000)
    void breathe() {
        streams.forEach(Stream::breathe);
    }

    /** A stream that stays open would hold up the end of the application. */
    @EventListener(ContextClosedEvent.class)
    void end() {
        streams.forEach(stream -> stream.emitter.complete());
        senders.shutdownNow();
    }

    final class Stream implements Runnable {

        private final SseEmitter emitter;
        private final AtomicBoolean waits = new AtomicBoolean();

        Stream(SseEmitter emitter) {
            this.emitter = emitter;
        }

        void open() {
            emitter.onCompletion(this::close);
            emitter.onTimeout(emitter::complete);
            emitter.onError(e -> close());
            streams.add(this);
            watch.tell(this);
            breathe();
        }

        void close() {
            streams.remove(this);
            watch.forget(this);
        }

        void breathe() {
            send(SseEmitter.event().comment("here"));
        }

        /** Several changes that come while one is told are told as one. */
        @Override
        public void run() {
            if (waits.compareAndSet(false, true)) {
                senders.execute(() -> {
                    waits.set(false);
                    send(SseEmitter.event().name("changed").data("lists"));
                });
            }
        }

        private void send(SseEmitter.SseEventBuilder event) {
            try {
                emitter.send(event);
            } catch (IOException | IllegalStateException e) {
                log.debug("A page that watched the lists has gone", e);
                close();
            }
        }
    }
}
