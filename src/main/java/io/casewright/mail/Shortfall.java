package io.casewright.mail;

/** Why not all of what a mail says stands in its text. */
public enum Shortfall {
    /** Only who has a key of the receiver can read it. */
    ENCRYPTED("It is encrypted, and can be read only by who has the key."),
    /** Signed in the form that needs a mail program to be opened. */
    SEALED("It is signed in a form that only a mail program opens."),
    /** Outlook's own form, which may hold files and formatting. */
    OUTLOOK("Part of it is in Outlook's own form (winmail.dat)."),
    /** An invitation to a meeting. */
    INVITATION("It is an invitation to a meeting."),
    /** More text than a person writes. */
    TOO_LONG("Its text is longer than can be shown."),
    TOO_DEEP("It holds mails within mails, more than are opened."),
    TOO_MANY_PARTS("It has more parts than are opened."),
    /** Broken off, or in a form that nobody knows. */
    BROKEN("Part of it is broken and could not be read.");

    private final String words;

    Shortfall(String words) {
        this.words = words;
    }

    /** In a sentence, for an agent. */
    public String words() {
        return words;
    }
}
