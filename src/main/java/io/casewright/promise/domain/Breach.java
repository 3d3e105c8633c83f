package io.casewright.promise.domain;

/**
 * A threshold that was passed and that a person looks after.
 *
 * @param promise its id
 * @param percent of its time that was used up
 */
public record Breach(String caseNumber, long promise, int percent) {

    /** Names it, also to the engine: once for each promise and threshold. */
    public String key() {
        return "%s:P%d:%d".formatted(caseNumber, promise, percent);
    }
}
