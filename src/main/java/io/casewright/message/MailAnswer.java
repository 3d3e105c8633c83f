package io.casewright.message;

import org.jspecify.annotations.Nullable;

/**
 * What a person writes to who wrote a mail of which no case came.
 *
 * @param key the same when it is sent again
 * @param subject of the mail that is answered
 * @param inReplyTo its id; null when it has none
 */
public record MailAnswer(
        String key,
        Addressee addressee,
        String subject,
        PublicText words,
        @Nullable String inReplyTo) {}
