package io.casewright.charge.pages;

import io.casewright.casefile.CaseSection;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.charge.application.ReadCharges;
import io.casewright.charge.application.ReadCharges.CaseCharge;
import io.casewright.charge.domain.ChargeLine;
import io.casewright.charge.domain.Verdict;
import io.casewright.platform.pages.Moments;
import io.casewright.platform.pages.Texts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a case costs, on its page. */
@Component
class ChargeSection implements CaseSection {

    private final ReadCharges readCharges;
    private final Moments moments;
    private final Texts texts;

    ChargeSection(ReadCharges readCharges, Moments moments, Texts texts) {
        this.readCharges = readCharges;
        this.moments = moments;
        this.texts = texts;
    }

    /**
     * What is shown.
     *
     * @param outside why work outside the service hours is charged or not; null where that makes no difference
     * @param total null when nothing is charged
     */
    record Shown(
            String within,
            @Nullable String outside,
            @Nullable String total,
            List<Line> lines) {}

    /** A line. */
    record Line(String day, String isoDay, String words, String amount) {}

    @Override
    public String template() {
        return "charge/case";
    }

    @Override
    public Optional<Shown> of(CaseNumber number) {
        return readCharges.of(number).map(this::shown);
    }

    private Shown shown(CaseCharge charge) {
        var verdict = charge.verdict();
        return new Shown(
                said(verdict.within()),
                verdict.outsideIfApart().map(this::said).orElse(null),
                charge.total() == null ? null : charge.total().toString(),
                charge.lines().stream().map(this::line).toList());
    }

    private String said(Verdict verdict) {
        return texts.of(
                verdict.charged() ? "charge.charged-because" : "charge.not-charged-because", texts.said(verdict.why()));
    }

    private Line line(ChargeLine line) {
        String kind = texts.of(line.kind());
        return new Line(
                moments.dayOf(line.day()),
                line.day().toString(),
                line.minutes() == null
                        ? kind
                        : texts.of(
                                "charge.minutes",
                                kind,
                                line.minutes(),
                                line.unitPrice().toString()),
                line.amount().toString());
    }
}
