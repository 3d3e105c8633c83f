package io.casewright.attachment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of a message.
 *
 * @param name that harms nobody
 * @param mediaType by its content, whatever its sender called it
 * @param size in bytes; of one that was not taken, as far as it is known
 * @param fileId its content among the files; null when it was not taken
 * @param refusal why it was not taken, in a sentence
 */
public record Attachment(
        long id,
        String caseNumber,
        long messageId,
        String name,
        String mediaType,
        long size,
        @Nullable String fileId,
        @Nullable String refusal,
        Instant keptAt) {}
