package io.casewright.platform.engine;

import org.jspecify.annotations.Nullable;

/** The engine cannot be worked with; the message is a sentence for whoever runs Casewright. */
public class EngineUnusable extends RuntimeException {

    EngineUnusable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
