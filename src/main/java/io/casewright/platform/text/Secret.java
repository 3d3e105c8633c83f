package io.casewright.platform.text;

/**
 * What nobody is to read, as settings hold it: printed, it tells only whether it is set. Spring makes one of a text.
 *
 * @param value empty when there is none
 */
public record Secret(String value) {

    /** There is none. */
    public static final Secret NONE = new Secret("");

    public boolean isBlank() {
        return value.isBlank();
    }

    @Override
    public String toString() {
        return isBlank() ? "not set" : "set, not told";
    }
}
