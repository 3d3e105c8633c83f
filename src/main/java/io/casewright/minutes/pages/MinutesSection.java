package io.casewright.minutes.pages;

import io.casewright.casefile.CaseSection;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.minutes.application.ReadMinutes;
import io.casewright.minutes.domain.Minutes;
import io.casewright.minutes.domain.OwnedStretch;
import io.casewright.minutes.domain.Owner;
import io.casewright.platform.pages.Moments;
import io.casewright.platform.pages.Texts;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A bar of whose the time of a case was, and the same as a table. */
@Component
class MinutesSection implements CaseSection {

    private final ReadMinutes readMinutes;
    private final Moments moments;
    private final Texts texts;

    MinutesSection(ReadMinutes readMinutes, Moments moments, Texts texts) {
        this.readMinutes = readMinutes;
        this.moments = moments;
        this.texts = texts;
    }

    @Override
    public String template() {
        return "minutes/case";
    }

    @Override
    public Optional<MinutesPart> of(CaseNumber number) {
        return readMinutes.of(number).filter(minutes -> minutes.seconds() > 0).map(this::part);
    }

    private MinutesPart part(Minutes minutes) {
        long total = minutes.seconds();
        return new MinutesPart(
                length(total),
                minutes.nobodys() == 0 ? null : length(minutes.nobodys()),
                Bar.of(minutes.stretches()),
                minutes.byOwner().entrySet().stream()
                        .map(owned -> share(owned, total))
                        .toList(),
                minutes.stretches().stream().map(this::line).toList());
    }

    private MinutesPart.Share share(Map.Entry<Owner, Long> owned, long total) {
        var owner = owned.getKey();
        return new MinutesPart.Share(
                owner.name(),
                texts.of(owner),
                length(owned.getValue()),
                texts.of("minutes.percent", Math.round(owned.getValue() * 100.0 / total)));
    }

    private MinutesPart.Line line(OwnedStretch stretch) {
        return new MinutesPart.Line(
                moments.of(stretch.from()),
                moments.of(stretch.to()),
                stretch.owner().name(),
                texts.of(stretch.owner()),
                texts.of(stretch.reason()),
                stretch.subject(),
                length(stretch.seconds()));
    }

    /** The two largest units that there are, which is as exact as one reads it; below an hour, to the second. */
    private String length(long seconds) {
        long minutes = seconds / 60;
        long hours = minutes / 60;
        if (hours >= 24) {
            return texts.of("minutes.days", hours / 24, hours % 24);
        }
        return hours > 0
                ? texts.of("minutes.hours", hours, minutes % 60)
                : texts.of("minutes.minutes", minutes, seconds % 60);
    }
}
