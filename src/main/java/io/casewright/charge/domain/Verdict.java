package io.casewright.charge.domain;

/**
 * What the decision {@code charging} says of a case, or of its work outside the service hours.
 *
 * @param charged whether the customer pays
 * @param why a sentence for both sides
 */
public record Verdict(boolean charged, String why) {

    /** Nothing is charged that no rule names. */
    public static Verdict ofNoRule() {
        return new Verdict(false, "No rule of charging fits, so nothing is charged.");
    }
}
