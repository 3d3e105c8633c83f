package io.casewright.intake.domain;

/** What became of a mail. */
public enum Fate {
    /** Taken, and not looked at yet. */
    NEW,
    /** It opened a case. */
    CASE,
    /** It is a message of a case. */
    MESSAGE,
    /** It says what another one said that came before. */
    REPEATED,
    /** A letter of our own. */
    OWN,
    /** A mail server told of a mail of ours. */
    REPORT,
    /** A machine's answer that belongs to no case. */
    AUTOMATIC,
    /** To many at once, from nobody we know. */
    BULK,
    /** A person has to look at it. */
    ASIDE,
    /** A person wrote back, and no case came of it. */
    ANSWERED,
    /** A person decided that nothing comes of it. */
    DISCARDED
}
