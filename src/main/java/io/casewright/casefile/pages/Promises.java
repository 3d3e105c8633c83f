package io.casewright.casefile.pages;

import io.casewright.casefile.Words;
import io.casewright.casefile.application.ReadCaseFile.CaseFile;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.pages.CaseFilePage.Promise;
import io.casewright.message.CaseMessage;
import io.casewright.message.Direction;
import io.casewright.message.MessageKind;
import io.casewright.platform.pages.Moments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a case waits for, and until when: the partner's first response, the customer's reply and confirmation. */
@Component
class Promises {

    private final Moments moments;

    Promises(Moments moments) {
        this.moments = moments;
    }

    List<Promise> of(CaseFile file) {
        var promises = new ArrayList<Promise>();
        promises.add(firstResponse(file));
        file.supportCase().replyDue().ifPresent(due -> promises.add(reply(file, due)));
        file.supportCase().confirmationDue().ifPresent(due -> promises.add(confirmation(file, due)));
        return promises;
    }

    /** The one that is due next; null when nothing is. */
    @Nullable
    Promise next(CaseFile file) {
        var supportCase = file.supportCase();
        var next = switch (supportCase.status()) {
            case CLOSED, WITHDRAWN, DUPLICATE -> Optional.<Promise>empty();
            case WAITING_FOR_CUSTOMER -> supportCase.replyDue().map(due -> reply(file, due));
            case RESOLVED -> supportCase.confirmationDue().map(due -> confirmation(file, due));
            case RECEIVED, DIAGNOSING, WAITING_FOR_SERVICE_INCIDENT, RESOLVING, HANDED_OFF ->
                Optional.of(firstResponse(file));
        };
        return next.filter(promise -> !promise.name().equals("done")).orElse(null);
    }

    private Promise firstResponse(CaseFile file) {
        var given = file.messages().stream()
                .filter(Promises::isResponse)
                .map(CaseMessage::createdAt)
                .findFirst();
        return promise(
                "First response to the customer",
                file.firstResponseDue(),
                given.map(at -> "Given " + moments.of(at).words()),
                file);
    }

    private Promise reply(CaseFile file, Instant due) {
        boolean waits = file.supportCase().status() == CaseStatus.WAITING_FOR_CUSTOMER;
        return promise("Reply of the customer", due, waits ? Optional.empty() : Optional.of("No longer awaited"), file);
    }

    private Promise confirmation(CaseFile file, Instant due) {
        boolean waits = file.supportCase().status() == CaseStatus.RESOLVED;
        var answer = file.supportCase()
                .customerAnswer()
                .map(said -> "The customer said: " + Words.of(said).toLowerCase(java.util.Locale.ROOT));
        return promise(
                "Confirmation of the customer",
                due,
                answer.or(() -> waits ? Optional.empty() : Optional.of("No longer awaited")),
                file);
    }

    private Promise promise(String label, Instant due, Optional<String> done, CaseFile file) {
        if (done.isPresent()) {
            return new Promise(label, moments.of(due), done.get(), "done");
        }
        if (file.supportCase().status().isEnded()) {
            return new Promise(label, moments.of(due), "The case has ended", "done");
        }
        return moments.isOver(due)
                ? new Promise(label, moments.of(due), "Overdue", "late")
                : new Promise(label, moments.of(due), "Open", "open");
    }

    /** The acknowledgement goes out by itself, so it is no response yet. */
    private static boolean isResponse(CaseMessage message) {
        return message.direction() == Direction.OUTBOUND && message.kind() != MessageKind.ACKNOWLEDGEMENT;
    }
}
