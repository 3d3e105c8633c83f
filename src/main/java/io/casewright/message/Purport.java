package io.casewright.message;

/** What a customer's message is about, as far as that can be told from its words alone. */
public enum Purport {
    /** A machine answered: nobody is to be asked to read it. */
    AUTOMATIC,
    /** Nothing but thanks, or that all is well. */
    THANKS,
    /** Thanks and more than that, or that somebody is away: only a person can tell. */
    UNCLEAR,
    /** Anything else. */
    MATTER
}
