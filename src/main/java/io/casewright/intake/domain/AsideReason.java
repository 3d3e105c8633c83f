package io.casewright.intake.domain;

/** Why a person has to look at a mail. */
public enum AsideReason {
    UNPROVEN("Nobody vouches for the sender, so it may be forged."),
    UNKNOWN("The sender is no contact of any customer."),
    NOT_OF_THE_CASE("It answers a case, but its sender is no contact of that case's customer."),
    SEVERAL("The sender is a contact of several customers."),
    UNCLEAR("It names no sender, or several."),
    MACHINE("A machine wrote it of its own accord, or it went to many at once."),
    FLOOD("The sender opened many cases by mail within an hour."),
    UNREADABLE("It has no text that could be read."),
    TOO_LARGE("It is larger than what is taken; only its head was fetched, and it stays in its mailbox."),
    UNDELIVERABLE("The answer to it did not reach its sender; the address does not take mail."),
    ERASED("It answers a case that was erased."),
    FAILED("It was tried several times in vain; the log of the application says why.");

    private final String words;

    AsideReason(String words) {
        this.words = words;
    }

    /** In a sentence, for an agent. */
    public String words() {
        return words;
    }
}
