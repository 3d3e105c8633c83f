package io.casewright.microsoft;

import org.springframework.stereotype.Component;

/** Sends calls to Microsoft: signed in, within its limits, repeated after trouble where that is harmless. */
@Component
public class MicrosoftLine {

    private final MicrosoftSettings settings;

    MicrosoftLine(MicrosoftSettings settings) {
        this.settings = settings;
    }

    /** Whether there is a line at all. */
    public boolean isConfigured() {
        return settings.isConfigured();
    }

    /**
     * Sends the call and reads the answer. Takes seconds, so never within a transaction.
     *
     * @param content what the answer holds, a record read by {@link MicrosoftJson}; {@code Void.class} when nothing of it matters
     * @throws MicrosoftRefused when Microsoft says no
     * @throws MicrosoftUnavailable when no answer can be had now
     */
    public <T> Answer<T> send(Call call, Class<T> content) {
        throw new IllegalStateException("not yet");
    }
}
