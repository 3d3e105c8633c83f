package io.casewright.servicehealth;

/** The source of published issues could not be read; the message is a sentence for a person. */
public final class ServiceHealthUnavailable extends RuntimeException {

    private final String scope;

    ServiceHealthUnavailable(String scope, String message) {
        super(message);
        this.scope = scope;
    }

    /** Whose issues were asked for, in the source's terms. */
    public String scope() {
        return scope;
    }

    /** The sentence. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
