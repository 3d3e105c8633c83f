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
        var best = SupportType.TECHNICAL;
        for (SupportType type : SupportType.values()) {
            if (probability(type, features) > probability(best, features)) {
                best = type;
            }
        }
        return best;
    }

    double probability(Impact impact, Features features) {
        return severity.probability(features, impact.name());
    }

    Impact mostProbableSeverity(Features features) {
        var best = Impact.MINIMAL;
        for (Impact impact : Impact.values()) {
            if (probability(impact, features) > probability(best, features)) {
                best = impact;
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
