package io.casewright.casefile.application;

import java.util.Optional;

/**
 * What a form said was right when it was sent, and something has come between since. Nobody is there to be asked any more, so
 * it becomes an incident.
 */
public class Overtaken extends RuntimeException {

    private Overtaken(String subject, String problem) {
        super(
                ("%s: what the form said was taken, but cannot be recorded any more. %s Put right what it names and retry;"
                                + " where that cannot be, move the process back to the task.")
                        .formatted(subject, problem));
    }

    /**
     * Fails if there is a problem.
     *
     * @param subject number of the case, or reference of what the form is about
     */
    public static void failOn(Object subject, Optional<String> problem) {
        problem.ifPresent(reason -> {
            throw new Overtaken(String.valueOf(subject), reason);
        });
    }
}
