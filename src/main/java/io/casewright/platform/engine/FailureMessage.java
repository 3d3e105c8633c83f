package io.casewright.platform.engine;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an incident says that one of our workers led to.
 *
 * @param jobType what the worker was to do
 * @param place number of the case, or words that say it is not known
 * @param error short name of what went wrong
 * @param text what it says
 * @param remedy what to do
 */
public record FailureMessage(String jobType, String place, String error, String text, String remedy) {

    private static final String TRIED_AGAIN = "It is tried again by itself; when no attempts are left,";
    private static final String REMEDY = "mend the cause and retry the incident in Operate or at /operations.";
    private static final Pattern WRITTEN = Pattern.compile(
            "(?<jobType>\\S+) failed \\(case: (?<place>[^)]*)\\): (?<error>\\w*): (?<text>.*)\\. \\Q" + TRIED_AGAIN
                    + "\\E (?<remedy>.*)",
            Pattern.DOTALL);

    static String write(String jobType, Object caseNumber, Exception failure) {
        return "%s failed (case: %s): %s: %s. %s %s"
                .formatted(
                        jobType,
                        caseNumber,
                        failure.getClass().getSimpleName(),
                        failure.getMessage(),
                        TRIED_AGAIN,
                        REMEDY);
    }

    /** Empty when the message is none of ours. */
    public static Optional<FailureMessage> read(String message) {
        var parts = WRITTEN.matcher(message);
        return parts.matches()
                ? Optional.of(new FailureMessage(
                        parts.group("jobType"),
                        parts.group("place"),
                        parts.group("error"),
                        parts.group("text"),
                        sentence(parts.group("remedy"))))
                : Optional.empty();
    }

    /** Empty when the worker did not know it. */
    public Optional<String> caseNumber() {
        return Optional.of(place).filter(number -> number.startsWith("CW-"));
    }

    private static String sentence(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
