package io.casewright.triage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Makes a reading model of labelled texts. */
final class Training {

    static final String YES = "yes";
    static final String NO = "no";
    /** A category has to be honest about its confidence; a concern is rare and must not be smoothed away. */
    private static final double CATEGORY_SMOOTHING = 0.1;

    private static final double SEVERITY_SMOOTHING = 0.1;
    private static final double CONCERN_SMOOTHING = 0.005;
    private static final String FILE = "triage/requests.tsv";
    private static final String SHIPPED_CHECKSUM = StoredModel.sha256(
            (TableRow.content(FILE) + TableRow.content("triage/concepts.tsv")).getBytes(StandardCharsets.UTF_8));

    private final Concepts concepts;

    Training(Concepts concepts) {
        this.concepts = concepts;
    }

    /** The texts that come with the application. */
    static List<LabelledText> shipped() {
        return TableRow.read(FILE, 3).stream().map(Training::labelled).toList();
    }

    /** Tells whether a stored reading model was learned from the texts and concepts of this application. */
    static String shippedChecksum() {
        return SHIPPED_CHECKSUM;
    }

    ReadingModel train(List<LabelledText> texts) {
        Map<Concern, List<Classifier.Example>> concerns = new EnumMap<>(Concern.class);
        for (LabelledText labelled : texts) {
            Features features = features(labelled);
            Set<Concern> known = labelled.concerns();
            if (known != null) {
                for (Concern concern : Concern.values()) {
                    concerns.computeIfAbsent(concern, none -> new ArrayList<>())
                            .add(new Classifier.Example(features, known.contains(concern) ? YES : NO));
                }
            }
        }
        Map<Concern, Classifier> byConcern = new EnumMap<>(Concern.class);
        concerns.forEach((concern, examples) -> byConcern.put(concern, Classifier.train(examples, CONCERN_SMOOTHING)));
        return new ReadingModel(trainCategory(texts), trainSeverity(texts), byConcern);
    }

    private Classifier trainSeverity(List<LabelledText> texts) {
        var examples = new ArrayList<Classifier.Example>();
        for (LabelledText labelled : texts) {
            Impact severity = labelled.severity();
            if (severity != null) {
                examples.add(new Classifier.Example(features(labelled), severity.name()));
            }
        }
        return Classifier.train(examples, SEVERITY_SMOOTHING);
    }

    Classifier trainCategory(List<LabelledText> texts) {
        return Classifier.train(
                texts.stream()
                        .map(labelled -> new Classifier.Example(
                                features(labelled), labelled.category().name()))
                        .toList(),
                CATEGORY_SMOOTHING);
    }

    private Features features(LabelledText labelled) {
        CleanText clean = RequestReader.clean(labelled.text());
        return Features.of(clean, concepts.in(clean));
    }

    private static LabelledText labelled(TableRow row) {
        String[] labels = row.cell(0).split(" +", -1);
        SupportType category = Stream.of(SupportType.values())
                .filter(type -> type.key().equals(labels[0]))
                .findFirst()
                .orElseThrow(() -> row.fault("does not begin with a category but with " + labels[0]));
        Impact severity = Impact.ofKey(labels.length > 1 ? labels[1] : "")
                .orElseThrow(() -> row.fault("does not say how severe it is after its category"));
        var concerns = EnumSet.noneOf(Concern.class);
        for (int i = 2; i < labels.length; i++) {
            String label = labels[i];
            concerns.add(Concern.ofKey(label).orElseThrow(() -> row.fault("has an unknown label " + label)));
        }
        return new LabelledText(new RequestText("", row.cell(2), null, null), category, severity, concerns);
    }
}
