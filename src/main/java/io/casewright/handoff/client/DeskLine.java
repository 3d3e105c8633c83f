package io.casewright.handoff.client;

import io.casewright.handoff.application.DeskRefused;
import io.casewright.handoff.application.DeskUnavailable;
import io.casewright.microsoft.Answer;
import io.casewright.microsoft.Call;
import io.casewright.microsoft.MicrosoftLine;
import io.casewright.microsoft.MicrosoftRefused;
import io.casewright.microsoft.MicrosoftUnavailable;
import org.springframework.stereotype.Component;

/** The line to Microsoft, with its troubles in the words of a desk. */
@Component
class DeskLine {

    private final MicrosoftLine line;

    DeskLine(MicrosoftLine line) {
        this.line = line;
    }

    boolean isConfigured() {
        return line.isConfigured();
    }

    /** Sends a call whose answer must say something. */
    <T> Heard<T> ask(Call call, Class<T> content) {
        var answer = send(call, content);
        if (answer.content() == null) {
            throw new DeskUnavailable(
                    "%s %s for tenant %s was answered without content (Microsoft's correlation id %s). It is tried again by itself."
                            .formatted(
                                    call.method(),
                                    call.path().replaceFirst("\\?.*", ""),
                                    call.tenantId(),
                                    answer.correlationId()),
                    null);
        }
        return new Heard<>(answer.content(), answer.correlationId());
    }

    /** Sends a call whose answer may be empty. */
    <T> Answer<T> send(Call call, Class<T> content) {
        try {
            return line.send(call, content);
        } catch (MicrosoftRefused e) {
            throw new DeskRefused(e.reason(), e);
        } catch (MicrosoftUnavailable e) {
            throw new DeskUnavailable(e.reason(), e.retryAfter().orElse(null), e);
        }
    }

    /** An answer with content. */
    record Heard<T>(T content, String correlationId) {}
}
