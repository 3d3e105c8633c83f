package io.casewright.platform.personal;

/**
 * What becomes of a value that is the person's own. In what belongs to others only the traces are taken out of texts, and the rest
 * stays.
 */
public enum Treatment {
    /** The pseudonym takes its place. */
    NAME,
    /** An address takes its place that no mail reaches. */
    ADDRESS,
    /** Written by or to the person: all of it can tell who that was, so one sentence takes its place. */
    AUTHORED,
    /** Written about the matter: what names the person is taken out. */
    WORDS,
    /** As {@link #WORDS}, in each text of a JSON document. */
    DOCUMENT,
    /** Nothing of the JSON document stays. */
    NO_DOCUMENT,
    /** Words to be found by, apart by blanks: those of the person go. */
    TOKENS,
    /** Something else that is unique takes its place. */
    KEY,
    /** Null takes its place. */
    NOTHING,
    /** The empty text takes its place. */
    BLANK
}
