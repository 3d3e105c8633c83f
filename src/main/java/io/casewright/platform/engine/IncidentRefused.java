package io.casewright.platform.engine;

/** The engine does not retry an incident; the message says why. */
public class IncidentRefused extends RuntimeException {

    public IncidentRefused(String reason) {
        super(reason, null, false, false);
    }
}
