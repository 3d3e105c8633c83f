package io.casewright.platform.engine;

/**
 * What became of an incident that was retried.
 *
 * @param text what went wrong; empty unless it failed again
 */
public record IncidentCourse(State state, String text) {

    public static final IncidentCourse UNDER_WAY = new IncidentCourse(State.UNDER_WAY, "");
    public static final IncidentCourse OVER = new IncidentCourse(State.OVER, "");

    /** How far it got. */
    public enum State {
        UNDER_WAY,
        OVER,
        FAILED_AGAIN
    }

    public static IncidentCourse failedAgain(String text) {
        return new IncidentCourse(State.FAILED_AGAIN, text);
    }
}
