package io.casewright.message;

import java.util.Locale;

/**
 * To whom a letter that belongs to no case goes, and from whom.
 *
 * @param locale the customer's language; one without a template gets English
 * @param sender name of the partner
 */
public record Addressee(Recipient recipient, Locale locale, String sender) {}
