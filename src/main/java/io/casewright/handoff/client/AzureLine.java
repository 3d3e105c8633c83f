package io.casewright.handoff.client;

import io.casewright.handoff.application.DeskRefused;
import io.casewright.handoff.application.DeskUnavailable;
import io.casewright.handoff.client.DeskLine.Heard;
import io.casewright.microsoft.Answer;
import io.casewright.microsoft.Api;
import io.casewright.microsoft.Call;
import io.casewright.microsoft.MicrosoftRefused;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Azure's habits: a version with each call, lists in pages, and work that goes on after the answer. */
@Component
class AzureLine {

    private static final String VERSION = "2024-04-01";
    private static final int MOST_PAGES = 50;
    private static final int ACCEPTED = 202;
    private static final int NOT_FOUND = 404;

    private final DeskLine line;
    private final AzureSupportSettings settings;

    AzureLine(DeskLine line, AzureSupportSettings settings) {
        this.line = line;
        this.settings = settings;
    }

    boolean isConfigured() {
        return line.isConfigured();
    }

    static Call get(String tenantId, String path, Object... variables) {
        return Call.get(Api.AZURE, tenantId, path, variables).query("api-version", VERSION);
    }

    <T> Heard<T> ask(Call call, Class<T> content) {
        return line.ask(call, content);
    }

    /** Empty when there is nothing at this address. */
    <T> Optional<Heard<T>> find(Call call, Class<T> content) {
        try {
            return Optional.of(line.ask(call, content));
        } catch (DeskRefused e) {
            if (e.getCause() instanceof MicrosoftRefused refusal && refusal.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Everything on the pages of a list, which may change meanwhile. */
    <P, T> List<T> all(
            Call first, Class<P> page, Function<P, @Nullable List<T>> items, Function<P, @Nullable String> nextLink) {
        var all = new ArrayList<T>();
        var seen = new HashSet<String>();
        Call call = first;
        while (seen.size() < MOST_PAGES && seen.add(call.path())) {
            P content = line.ask(call, page).content();
            all.addAll(Objects.requireNonNullElse(items.apply(content), List.<T>of()));
            String next = nextLink.apply(content);
            if (next == null || next.isBlank()) {
                break;
            }
            call = Call.follow(Api.AZURE, first.tenantId(), URI.create(next));
        }
        return all;
    }

    void patch(String tenantId, Object body, String path, Object... variables) {
        line.send(Call.patch(Api.AZURE, tenantId, body, path, variables).query("api-version", VERSION), Void.class);
    }

    /**
     * Makes something and waits for it, some seconds at most.
     *
     * @throws DeskUnavailable when it goes on for longer; the same call later finds it made
     */
    <T> Heard<T> put(String tenantId, Object body, Class<T> content, String path, Object... variables) {
        var call = Call.put(Api.AZURE, tenantId, body, path, variables).query("api-version", VERSION);
        Answer<T> answer = line.send(call, content);
        URI place = answer.location();
        for (int poll = 0; answer.status() == ACCEPTED && place != null && poll < settings.polls(); poll++) {
            LockSupport.parkNanos(settings.pollPause().toNanos());
            answer = line.send(Call.follow(Api.AZURE, tenantId, place), content);
        }
        if (answer.status() == ACCEPTED || answer.content() == null) {
            throw new DeskUnavailable(
                    "Azure is still at work on %s for tenant %s (Microsoft's correlation id %s). It is asked again by itself."
                            .formatted(path.replaceAll(".*/Microsoft", "Microsoft"), tenantId, answer.correlationId()),
                    null);
        }
        return new Heard<>(answer.required(), answer.correlationId());
    }
}
