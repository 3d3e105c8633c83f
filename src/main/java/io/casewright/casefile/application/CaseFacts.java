package io.casewright.casefile.application;

import io.casewright.casefile.domain.SupportCase;
import io.casewright.customer.Requester;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the forms show of a case and what its process routes on. These names are the names of the process variables.
 *
 * @param requestText the request, cut to what a form can show
 * @param queue candidate group of the case's tasks
 * @param priority of the case's tasks, 0 to 100
 * @param taskDue when the next promise to the customer is due
 */
public record CaseFacts(
        String caseNumber,
        String customerName,
        String contactName,
        String subject,
        String requestText,
        @Nullable String product,
        String severity,
        @Nullable String category,
        String queue,
        int priority,
        Instant taskDue) {

    private static final int SHOWN_CHARACTERS = 4000;

    static CaseFacts of(SupportCase supportCase, Requester requester) {
        var request = supportCase.request();
        return new CaseFacts(
                supportCase.number().value(),
                requester.customerName(),
                requester.contactName(),
                request.subject(),
                cut(request.description()),
                request.product(),
                request.severity().name().toLowerCase(Locale.ROOT),
                request.category() == null ? null : request.category().name().toLowerCase(Locale.ROOT),
                supportCase.queue().group(),
                request.severity().taskPriority(),
                supportCase.receivedAt().plus(firstResponse(supportCase, requester)));
    }

    private static Duration firstResponse(SupportCase supportCase, Requester requester) {
        var targets = requester.responseTargets();
        return switch (supportCase.severity()) {
            case CRITICAL -> targets.critical();
            case MODERATE -> targets.moderate();
            case MINIMAL -> targets.minimal();
        };
    }

    private static String cut(String text) {
        if (text.length() <= SHOWN_CHARACTERS) {
            return text;
        }
        int end =
                Character.isHighSurrogate(text.charAt(SHOWN_CHARACTERS - 1)) ? SHOWN_CHARACTERS - 1 : SHOWN_CHARACTERS;
        return text.substring(0, end) + " […]";
    }
}
