package io.casewright.casefile;

import io.casewright.casefile.application.PromisedTimes.Part;
import io.casewright.casefile.application.PromisedTimes.Passed;
import io.casewright.casefile.application.PromisedTimes.Promised;
import io.casewright.casefile.application.PromisedTimes.State;
import io.casewright.platform.pages.Moments;
import io.casewright.platform.pages.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says how a promise stands. */
@Component
public class PromiseWords {

    private final Texts texts;
    private final Moments moments;

    PromiseWords(Texts texts, Moments moments) {
        this.texts = texts;
        this.moments = moments;
    }

    /** What is promised. */
    public String nameOf(Promised promised) {
        return texts.of(promised.kind());
    }

    /** How much of its time is used, and of how much. */
    public String usedOf(Promised promised) {
        return texts.of("promise.used", promised.usedPercent(), lengthOf(promised.target()));
    }

    /** Who holds its time now, and why; empty when nobody does. */
    public Optional<String> heldOf(Promised promised) {
        return promised.heldBy() == null
                ? Optional.empty()
                : Optional.of(texts.of("promise.held", texts.said(promised.heldBy()), said(promised.heldWhy())));
    }

    /** Which thresholds it passed, and when; empty when none. */
    public Optional<String> passedOf(Promised promised) {
        return promised.passed().isEmpty()
                ? Optional.empty()
                : Optional.of(promised.passed().stream().map(this::passed).collect(Collectors.joining("; ")));
    }

    private String passed(Passed passed) {
        return texts.of(
                "promise.passed", passed.percent(), moments.of(passed.at()).words());
    }

    /** Whether it was kept, as far as one can say. */
    public String stateOf(Promised promised) {
        var ended = promised.endedAt();
        return ended == null
                ? texts.of(promised.state())
                : texts.of(
                        "promise.ended." + promised.state(), moments.of(ended).words());
    }

    /** All that is still to be kept, in one line; empty when nothing is. */
    public Optional<String> lineOf(List<Promised> promises) {
        String line =
                promises.stream().filter(Promised::isRunning).map(this::inShort).collect(Collectors.joining("; "));
        return line.isEmpty() ? Optional.empty() : Optional.of(line);
    }

    private String inShort(Promised promised) {
        String used = nameOf(promised) + ": " + usedOf(promised);
        return promised.state() == State.BREACHED
                ? used + ", " + texts.of(promised.state())
                : heldOf(promised).map(held -> used + ", " + held).orElse(used);
    }

    /** What happened to a part of its time, and why. */
    public String partOf(Part part) {
        String state = texts.ofName("Segment.State", part.state());
        String why = part.dayOff() == null ? said(part.why()) : part.dayOff();
        return why.isEmpty() ? state : state + ": " + why;
    }

    /** By what a part was measured. */
    public String measuredOf(Part part) {
        var by = part.measured();
        return texts.of("promise.measured", by.plan(), texts.of(by.severity()), lengthOf(by.target()));
    }

    /** Hours and minutes; seconds below a minute. */
    public String lengthOf(Duration length) {
        if (length.compareTo(Duration.ofMinutes(1)) < 0) {
            return texts.of("promise.seconds", length.toSeconds());
        }
        if (length.toHours() == 0) {
            return texts.of("promise.minutes", length.toMinutes());
        }
        return length.toMinutesPart() == 0
                ? texts.of("promise.hours", length.toHours())
                : texts.of("promise.hours-and-minutes", length.toHours(), length.toMinutesPart());
    }

    private String said(@Nullable String english) {
        return english == null ? "" : texts.said(english);
    }
}
