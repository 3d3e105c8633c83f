package io.casewright.message;

import java.time.Duration;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * How letters leave.
 *
 * @param from the address letters come from; the name beside it is the partner's
 * @param replyTo the address answers go to, {@code from} unless told otherwise
 * @param domain the domain in the ids of our mails, that of {@code from} unless told otherwise
 * @param subAddresses whether the server of {@code replyTo} takes what is sent to {@code name+anything@…}, so that the address
 *     itself leads an answer to its case
 * @param zone the time zone in which letters state times
 * @param giveUpAfter how long a letter may wait for a mail server that takes it
 * @param pauseWhenAway how long the mail server is left alone after it could not be reached
 */
@ConfigurationProperties("casewright.message")
record MailSettings(
        @DefaultValue("") String from,
        @DefaultValue("") String replyTo,
        @DefaultValue("") String domain,
        @DefaultValue("false") boolean subAddresses,
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue("P3D") Duration giveUpAfter,
        @DefaultValue("PT3S") Duration pauseWhenAway) {

    private static final Pattern ADDRESS = Pattern.compile("[!-?A-~]+@[A-Za-z0-9.-]+");

    MailSettings {
        if (!ADDRESS.matcher(from).matches()) {
            throw new IllegalArgumentException("casewright.message.from must be the address letters come from, such as "
                    + "support@partner.example; set CASEWRIGHT_MAIL_FROM");
        }
        replyTo = otherwise(replyTo, from);
        if (!ADDRESS.matcher(replyTo).matches()) {
            throw new IllegalArgumentException("casewright.message.reply-to must be the address answers go to, such as "
                    + "support@partner.example; set CASEWRIGHT_MAIL_REPLY_TO");
        }
        domain = otherwise(domain, from.substring(from.lastIndexOf('@') + 1));
    }

    private static String otherwise(@Nullable String value, String fallback) {
        return StringUtils.hasText(value) ? value : fallback;
    }
}
