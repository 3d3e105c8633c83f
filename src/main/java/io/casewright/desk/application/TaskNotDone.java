package io.casewright.desk.application;

/** What somebody wanted to do with a task was not done; the message says why and what to do. */
public class TaskNotDone extends RuntimeException {

    /** The engine tells of a task a moment before anybody can do anything with it. */
    static final String STILL_MADE = "The engine has not finished making this task. Try again in a moment.";

    private final Cause cause;

    TaskNotDone(Cause cause, String reason) {
        super(reason);
        this.cause = cause;
    }

    public static TaskNotDone unknown(long taskId) {
        return new TaskNotDone(Cause.UNKNOWN, "There is no task " + taskId + ".");
    }

    static TaskNotDone onlyLooks() {
        return new TaskNotDone(Cause.FORBIDDEN, DeskRights.ONLY_LOOKS);
    }

    public static TaskNotDone tooLong() {
        return new TaskNotDone(
                Cause.REFUSED,
                "This is more than a draft can hold. Shorten the longest text; until then it is kept in this page only.");
    }

    /** Why it was not done. */
    public enum Cause {
        /** There never was such a task. */
        UNKNOWN,
        /** It is done, or nobody needs it any more. */
        ENDED,
        /** Somebody else has it. */
        TAKEN,
        /** This person may not. */
        FORBIDDEN,
        /** The content is not accepted. */
        REFUSED,
        /** The engine does not answer. */
        LATER
    }

    public Cause why() {
        return cause;
    }
}
