package io.casewright.message;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a letter says, one shape per kind. Free text comes in as {@link PublicText} only. */
public sealed interface LetterContent {

    /** The kind of letter that says this. */
    LetterKind kind();

    /** Whether no person wrote this one, which the mail tells other machines by its header {@code Auto-Submitted}. */
    default boolean automatic() {
        return false;
    }

    /**
     * The request has become a case.
     *
     * @param firstResponseDue until when a first response is promised, if it is
     * @param suggestion where the customer may find help at once, if there is such a place
     * @param terms under which support is given; null when they cannot be read anywhere
     */
    record Acknowledgement(
            @Nullable Instant firstResponseDue,
            @Nullable Suggestion suggestion,
            @Nullable Terms terms) implements LetterContent {

        @Override
        public LetterKind kind() {
            return LetterKind.ACKNOWLEDGEMENT;
        }

        @Override
        public boolean automatic() {
            return true;
        }
    }

    /**
     * The customer's terms.
     *
     * @param plan name of the plan in the customer's language
     * @param link where this version of it stands
     */
    record Terms(String plan, URI link) {}

    /**
     * A self-service article.
     *
     * @throws IllegalArgumentException when the link does not lead to a web page
     */
    record Suggestion(String title, URI link) {

        public Suggestion {
            if (!"https".equals(link.getScheme()) && !"http".equals(link.getScheme())) {
                throw new IllegalArgumentException("A suggestion links to a web page, not to " + link.getScheme());
            }
        }
    }

    /** The agent needs to know something. */
    record Question(PublicText words) implements LetterContent {

        @Override
        public LetterKind kind() {
            return LetterKind.QUESTION;
        }
    }

    /**
     * The question was not answered yet.
     *
     * @param question the words of the question
     * @param daysLeft days until the case is closed without an answer, at least one
     */
    record Reminder(PublicText question, int daysLeft) implements LetterContent {

        public Reminder {
            if (daysLeft < 1) {
                throw new IllegalArgumentException("A reminder leaves at least one day, not " + daysLeft);
            }
        }

        @Override
        public LetterKind kind() {
            return LetterKind.REMINDER;
        }

        @Override
        public boolean automatic() {
            return true;
        }
    }

    /** How things stand. */
    record Update(PublicText words) implements LetterContent {

        @Override
        public LetterKind kind() {
            return LetterKind.UPDATE;
        }
    }

    /**
     * The agent holds the problem to be solved.
     *
     * @param confirmUntil until when the customer may say whether it is; then the case closes by itself
     */
    record Resolution(PublicText words, Instant confirmUntil) implements LetterContent {

        @Override
        public LetterKind kind() {
            return LetterKind.RESOLUTION;
        }
    }

    /**
     * The request is somebody else's to answer, and the case is closed with this advice.
     *
     * @param automatic whether a decision chose the words, with no person in between
     */
    record Advice(PublicText words, boolean automatic) implements LetterContent {

        @Override
        public LetterKind kind() {
            return LetterKind.ADVICE;
        }
    }

    /**
     * The customer has not said yet whether the resolution helped.
     *
     * @param closesAt when the case closes by itself
     */
    record ClosingReminder(Instant closesAt) implements LetterContent {

        @Override
        public LetterKind kind() {
            return LetterKind.CLOSING_REMINDER;
        }

        @Override
        public boolean automatic() {
            return true;
        }
    }

    /** The case is closed. */
    record Closing(Reason reason) implements LetterContent {

        /** Why it is closed: the customer confirmed, did not answer in time, or wrote, but not that anything is left to do. */
        public enum Reason {
            CONFIRMED,
            NO_ANSWER,
            NOTHING_LEFT
        }

        @Override
        public LetterKind kind() {
            return LetterKind.CLOSING;
        }

        @Override
        public boolean automatic() {
            return true;
        }
    }

    /**
     * The customer is asked how satisfied it is, by a link of its own.
     *
     * @param validUntil until when the link works
     */
    record Satisfaction(Instant validUntil) implements LetterContent {

        /** Stands for the link in what is kept of the letter. */
        static final String LINK = "[personal link]";

        @Override
        public LetterKind kind() {
            return LetterKind.SATISFACTION;
        }

        @Override
        public boolean automatic() {
            return true;
        }
    }
}
