package io.casewright.microsoft;

/** Microsoft understood the call and says no: the same call again leads to the same answer. */
public final class MicrosoftRefused extends MicrosoftTrouble {

    private final int status;
    private final String code;
    private final String correlationId;

    MicrosoftRefused(Call call, int status, String code, String words, String remedy, String correlationId) {
        super("%s for tenant %s was refused (%d%s): %s %s (Microsoft's correlation id %s)"
                .formatted(
                        call.name(),
                        call.tenantId(),
                        status,
                        code.isEmpty() ? "" : ", code " + code,
                        words,
                        remedy,
                        correlationId));
        this.status = status;
        this.code = code;
        this.correlationId = correlationId;
    }

    /** HTTP status, 400 to 499; 0 when no token was given for the call. */
    public int status() {
        return status;
    }

    /** Microsoft's own code, such as 800090; empty when there is none. */
    public String code() {
        return code;
    }

    public String correlationId() {
        return correlationId;
    }
}
