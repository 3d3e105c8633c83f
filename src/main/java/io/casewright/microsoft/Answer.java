package io.casewright.microsoft;

import java.net.URI;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * What Microsoft answered to a call that it took.
 *
 * @param content null when the answer has no body
 * @param etag version of what was read, for a later change of it
 * @param location where to ask for the outcome of work that goes on there
 * @param correlationId names this call in Microsoft's own records
 */
public record Answer<T>(
        int status,
        @Nullable T content,
        @Nullable String etag,
        @Nullable URI location,
        String correlationId) {

    /**
     * The content.
     *
     * @throws NoSuchElementException when there is none
     */
    public T required() {
        if (content == null) {
            throw new NoSuchElementException(
                    "Microsoft answered without content (correlation id " + correlationId + ")");
        }
        return content;
    }
}
