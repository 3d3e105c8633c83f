package io.casewright.subscription;

import io.casewright.microsoft.MicrosoftRefused;

/** Says in sentences why Partner Center refused a change, and what helps. */
final class Refusals {

    private static final int PRECONDITION_FAILED = 412;

    private Refusals() {}

    /** Somebody else changed the subscription since it was read. */
    static boolean isStale(MicrosoftRefused refused) {
        return refused.code().equals("2055") || refused.status() == PRECONDITION_FAILED;
    }

    /** Another change of the subscription has not ended yet. */
    static boolean isPending(MicrosoftRefused refused) {
        return refused.code().equals("900278");
    }

    static String sentenceFor(MicrosoftRefused refused) {
        String sentence = switch (refused.code()) {
            case "2001", "2002" -> "The offer does not allow this number of seats. Ask for a number within its limits.";
            case "20002" ->
                "The partner has no reseller relationship with the customer. Have the customer accept the"
                        + " partner's invitation first.";
            case "20003" -> "The customer has no such subscription. Choose one of the customer's subscriptions.";
            case "60003" -> "Microsoft does not know the customer's tenant. Check its tenant id.";
            case "800090" ->
                "Seats cannot be reduced now: the time for it is over. Schedule the number for the next term.";
            case "800091" ->
                "The subscription is suspended. Reactivate it first; what Microsoft suspended only Microsoft"
                        + " can reactivate.";
            case "900308" ->
                "The partner's account lacks the role for it. Have it made an admin agent in Partner Center.";
            case "900416" -> "Microsoft has locked the customer's account. Clear that with Microsoft first.";
            default -> "";
        };
        return sentence.isEmpty()
                ? refused.reason()
                : "%s (Partner Center's code %s, correlation id %s)"
                        .formatted(sentence, refused.code(), refused.correlationId());
    }
}
