package io.casewright.operations.application;

import org.springframework.stereotype.Component;

/** Waits between what a command does. */
@Component
class Pauses {

    /** @throws BrokenOff when the application ends meanwhile */
    void keep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokenOff();
        }
    }

    /** The application ends. */
    static final class BrokenOff extends RuntimeException {

        BrokenOff() {
            super("The application ends", null, false, false);
        }
    }
}
