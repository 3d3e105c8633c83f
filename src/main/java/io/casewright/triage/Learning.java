package io.casewright.triage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Learns to tell categories from the shipped texts and the desk's own cases. What was learned comes into use only if it
 * tells held-out requests no worse than what is in use; it is not trained on those, now or later.
 */
@Component
public class Learning {

    private static final String HELD_OUT = "triage/held-out.json";

    private final RequestReader reader;
    private final ReadingModels models;
    private final ReadingModelWatch watch;
    private final Clock clock;

    Learning(RequestReader reader, ReadingModels models, ReadingModelWatch watch, Clock clock) {
        this.reader = reader;
        this.models = models;
        this.watch = watch;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param versionBefore 0 for what the application ships with
     * @param version what the learned one is kept as; empty when it was worse and is not kept
     */
    public record Outcome(
            int versionBefore, ReadingFigures before, ReadingFigures learned, Optional<Integer> version) {}

    /** @param heldOut cases that no earlier call learned from either */
    public Outcome learn(List<LabelledText> ownCases, List<LabelledText> heldOut) {
        watch.look();
        int versionBefore = watch.inUse();
        List<LabelledText> repository = repositoryHeldOut();
        var before = figures(reader.inUse(), repository, heldOut);
        // Judged as it will be after a restart.
        var stored = StoredModel.of(reader.learnCategories(ownCases));
        var learned = figures(readBack(stored), repository, heldOut);
        if (!learned.isNotWorseThan(before)) {
            return new Outcome(versionBefore, before, learned, Optional.empty());
        }
        int version = models.keep(stored, ownCases.size(), learned, clock.instant());
        watch.look();
        return new Outcome(versionBefore, before, learned, Optional.of(version));
    }

    /**
     * Puts the version before the newest one back.
     *
     * @return the version that was withdrawn and the one in use now; empty when there was nothing to withdraw
     */
    public Optional<Withdrawal> putBack() {
        var newest = models.versions().stream().findFirst();
        newest.ifPresent(version -> models.withdraw(version, clock.instant()));
        watch.look();
        return newest.map(version -> new Withdrawal(version, watch.inUse()));
    }

    /** @param inUse 0 for what the application ships with */
    public record Withdrawal(int withdrawn, int inUse) {}

    private ReadingFigures figures(ReadingModel model, List<LabelledText> repository, List<LabelledText> own) {
        return new ReadingFigures(
                reader.right(repository, model), repository.size(), reader.right(own, model), own.size());
    }

    private ReadingModel readBack(StoredModel stored) {
        try {
            return reader.inUse().withCategory(stored.classifier());
        } catch (StoredModel.Refused e) {
            throw new IllegalStateException("What was learned cannot be kept: " + e.getMessage(), e);
        }
    }

    static List<LabelledText> repositoryHeldOut() {
        try (var in = new ClassPathResource(HELD_OUT, Learning.class.getClassLoader()).getInputStream()) {
            var texts = new ArrayList<LabelledText>();
            for (JsonNode each : new ObjectMapper().readTree(in)) {
                String type = each.required("expected").required("type").asText();
                texts.add(new LabelledText(
                        new RequestText(
                                each.required("subject").asText(),
                                each.required("body").asText(),
                                null,
                                null),
                        SupportType.valueOf(type.toUpperCase(Locale.ROOT)),
                        null,
                        null));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + HELD_OUT, e);
        }
    }
}
