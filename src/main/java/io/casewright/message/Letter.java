package io.casewright.message;

import java.util.Locale;

/**
 * A letter to a customer.
 *
 * @param caseSubject the subject of the case, as the customer wrote it
 * @param locale the customer's language and region; a language without templates gets English
 * @param sender name of the partner, who is the only one to speak to the customer
 * @param stepKey what makes it the same letter when its step runs again; unique per case and kind, at most 255
 *     characters
 */
public record Letter(
        String caseNumber,
        String caseSubject,
        Recipient recipient,
        Locale locale,
        LetterContent content,
        String sender,
        String stepKey) {}
