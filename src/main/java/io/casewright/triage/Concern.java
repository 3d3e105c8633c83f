package io.casewright.triage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a request can be about besides its category; several may hold at once. */
public enum Concern {
    /** Costs or access that somebody else caused. */
    FRAUD_CONCERN,
    /** Somebody got hold of accounts or data, or destroys them: ransom, a mailbox taken over, a leak, an administrator nobody knows. */
    ATTACK,
    /** The customer refuses an amount and wants it decided. */
    BILLING_DISPUTE,
    /** Bought from Microsoft itself or from another seller: not the partner's to touch. */
    DIRECT_WITH_MICROSOFT,
    /** Made by another maker, sold in a marketplace. */
    THIRD_PARTY_PRODUCT,
    /** Somebody who only claims to be Microsoft or the partner. */
    SCAM,
    /** Work has come to a standstill. */
    WORK_STOPPED,
    /** Work goes on with delay, loss or detours. */
    WORK_HINDERED,
    MANY_AFFECTED,
    SINGLE_PERSON,
    /** Today, tomorrow or within a few days. */
    DEADLINE_SOON,
    /** The service itself misbehaves, whatever the customer set. */
    SERVICE_FAULT,
    /** It began with a change of the customer's own. */
    OWN_CHANGE,
    HOW_TO_QUESTION,
    /** Nothing one could act on. */
    TOO_VAGUE;

    /** The name in training files and decisions: fraudConcern. */
    public String key() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_", -1);
        var key = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            key.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return key.toString();
    }

    static Optional<Concern> ofKey(String key) {
        return Arrays.stream(values())
                .filter(concern -> concern.key().equals(key))
                .findFirst();
    }
}
