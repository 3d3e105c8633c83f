package io.casewright.triage;

import java.util.List;

/**
 * What a request says; a decision judges it. Written as JSON this is the input {@code facts} of the decisions.
 *
 * @param language BCP 47, for example "de"; "und" when the text does not tell
 * @param categoryConfidence 0 to 1
 * @param topics the subjects that are mentioned, by their names in {@code triage/concepts.tsv}
 */
public record RequestFacts(
        String language,
        SupportType suggestedCategory,
        double categoryConfidence,
        ProductFamily productFamily,
        List<String> topics,
        boolean fraudConcern,
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
