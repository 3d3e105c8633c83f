package io.casewright.platform.engine;

/** The engine does not answer a question, or not in time. The message says so to a person. */
public class EngineSilent extends RuntimeException {

    /** @param why as a sentence */
    public EngineSilent(String why) {
        super(why);
    }

    public EngineSilent(Throwable cause) {
        super("The engine does not answer: " + cause.getMessage(), cause);
    }
}
