package io.casewright.triage;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What was learned; never changed, only replaced. */
record ReadingModel(Classifier category, Classifier severity, Map<Concern, Classifier> concerns) {

    /** Below a half: a concern that is overlooked costs more than one that a person finds unfounded. */
    private static final double BOUND = 0.4;

    ReadingModel withCategory(Classifier other) {
        return new ReadingModel(other, severity, concerns);
    }

    double probability(SupportType type, Features features) {
        return category.probability(features, type.name());
    }

    SupportType mostProbableCategory(Features features) {
        return mostProbable(SupportType.TECHNICAL, SupportType.values(), category, features);
    }

    double probability(Impact impact, Features features) {
        return severity.probability(features, impact.name());
    }

    Impact mostProbableSeverity(Features features) {
        return mostProbable(Impact.MINIMAL, Impact.values(), severity, features);
    }

    /** @param first where several are equally probable */
    private static <E extends Enum<E>> E mostProbable(E first, E[] labels, Classifier classifier, Features features) {
        E best = first;
        for (E label : labels) {
            if (classifier.probability(features, label.name()) > classifier.probability(features, best.name())) {
                best = label;
            }
        }
        return best;
    }

    double probability(Concern concern, Features features) {
        Classifier classifier = concerns.get(concern);
        return classifier == null ? 0 : classifier.probability(features, Training.YES);
    }

    Set<Concern> concernsIn(Features features) {
        var found = EnumSet.noneOf(Concern.class);
        for (Concern concern : Concern.values()) {
            if (probability(concern, features) >= BOUND) {
                found.add(concern);
            }
        }
        return found;
    }
}
