package io.casewright.invoice;

import org.jspecify.annotations.Nullable;

/** The lines that Microsoft exported cannot be fetched; the message is a sentence for a person and holds no address. */
public final class ExportUnreadable extends RuntimeException {

    ExportUnreadable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The sentence. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
