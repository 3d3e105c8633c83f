package io.casewright.casefile.pages;

import io.casewright.casefile.PromiseWords;
import io.casewright.casefile.application.PromisedTimes.Part;
import io.casewright.casefile.application.PromisedTimes.Promised;
import io.casewright.casefile.application.ReadCaseFile.CaseFile;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.pages.CaseFilePage.Promise;
import io.casewright.casefile.pages.CaseFilePage.PromisePart;
import io.casewright.platform.pages.Moments;
import io.casewright.platform.pages.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a case waits for, and until when: what the partner promised, the customer's reply and confirmation. */
@Component
class Promises {

    private final PromiseWords words;
    private final Moments moments;
    private final Texts texts;

    Promises(PromiseWords words, Moments moments, Texts texts) {
        this.words = words;
        this.texts = texts;
        this.moments = moments;
    }

    List<Promise> of(CaseFile file) {
        var promises = new ArrayList<Promise>();
        file.promises().stream().map(this::promise).forEach(promises::add);
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
                file.promises().stream()
                        .filter(promised -> promised.isRunning() && promised.due() != null)
                        .min(Comparator.comparing(Promised::due))
                        .map(this::promise);
        };
        return next.filter(promise -> !promise.name().equals("done")).orElse(null);
    }

    private Promise promise(Promised promised) {
        String name = switch (promised.state()) {
            case OPEN -> "open";
            case BREACHED, MISSED -> "late";
            case KEPT, DROPPED -> "done";
        };
        var due = promised.due();
        return new Promise(
                words.nameOf(promised),
                due == null ? null : moments.of(due),
                words.stateOf(promised),
                name,
                words.usedOf(promised),
                words.heldOf(promised).orElse(null),
                words.passedOf(promised).orElse(null),
                promised.parts().stream().map(this::part).toList());
    }

    private PromisePart part(Part part) {
        return new PromisePart(
                moments.of(part.from()),
                moments.of(part.to()),
                words.lengthOf(part.length()),
                words.partOf(part),
                words.measuredOf(part));
    }

    private Promise reply(CaseFile file, Instant due) {
        boolean waits = file.supportCase().status() == CaseStatus.WAITING_FOR_CUSTOMER;
        return awaited(
                texts.of("promise.reply"),
                due,
                waits ? Optional.empty() : Optional.of(texts.of("promise.no-longer-awaited")),
                file);
    }

    private Promise confirmation(CaseFile file, Instant due) {
        boolean waits = file.supportCase().status() == CaseStatus.RESOLVED;
        var answer = file.supportCase().customerAnswer().map(said -> texts.of("promise.said." + said.name()));
        return awaited(
                texts.of("promise.confirmation"),
                due,
                answer.or(() -> waits ? Optional.empty() : Optional.of(texts.of("promise.no-longer-awaited"))),
                file);
    }

    private Promise awaited(String label, Instant due, Optional<String> done, CaseFile file) {
        if (done.isPresent()) {
            return new Promise(label, moments.of(due), done.get(), "done");
        }
        if (file.supportCase().status().isEnded()) {
            return new Promise(label, moments.of(due), texts.of("promise.case-ended"), "done");
        }
        return moments.isOver(due)
                ? new Promise(label, moments.of(due), texts.of("promise.overdue"), "late")
                : new Promise(label, moments.of(due), texts.of("promise.open"), "open");
    }
}
