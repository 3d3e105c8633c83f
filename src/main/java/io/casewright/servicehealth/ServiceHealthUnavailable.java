package io.casewright.servicehealth;

/** Nothing is known about published issues, not even older ones; the message is a sentence for a person. */
public final class ServiceHealthUnavailable extends RuntimeException {

    ServiceHealthUnavailable(String message) {
        super(message);
    }

    /** The sentence. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
