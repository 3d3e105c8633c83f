package io.casewright.triage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request says; a decision judges it. Written as JSON this is the input {@code facts} of the decisions.
 *
 * @param language BCP 47, for example "de"; "und" when the text does not tell
 * @param categoryConfidence 0 to 1
 * @param suggestedSeverity as it was learned from requests of known severity, beside the rules of the decisions
 * @param severityConfidence 0 to 1
 * @param criticalChance how probable it is that the request is critical, 0 to 1
 * @param affectedPeople how many, as stated or as the text says, the greater; null when nobody says
 * @param topics the subjects that are mentioned, by their names in {@code triage/concepts.tsv}
 */
public record RequestFacts(
        String language,
        SupportType suggestedCategory,
        double categoryConfidence,
        ProductFamily productFamily,
        List<String> topics,
        Impact suggestedSeverity,
        double severityConfidence,
        double criticalChance,
        @Nullable Integer affectedPeople,
        boolean fraudConcern,
        boolean attack,
        boolean billingDispute,
        boolean directWithMicrosoft,
        boolean thirdPartyProduct,
        boolean scam,
        boolean workStopped,
        boolean workHindered,
        boolean manyAffected,
        boolean singlePerson,
        boolean deadlineSoon,
        boolean serviceFault,
        boolean ownChange,
        boolean howToQuestion,
        boolean tooVague) {}
