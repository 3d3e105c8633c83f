package io.casewright.attachment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which files are taken.
 *
 * @param largest the largest one
 * @param mostOfAMessage so many of one message
 * @param mostOfACustomer so much of one customer altogether
 * @param mostOfALetter so much leaves with one letter; by mail it is a third more
 */
@ConfigurationProperties("casewright.attachment")
record AttachmentSettings(
        @DefaultValue("25MB") DataSize largest,
        @DefaultValue("20") int mostOfAMessage,
        @DefaultValue("5GB") DataSize mostOfACustomer,
        @DefaultValue("20MB") DataSize mostOfALetter) {

    static final String NO_ROOM = "The customer has used up the room for its files.";

    String tooMany() {
        return "A message has at most %d files.".formatted(mostOfAMessage);
    }

    String tooLarge() {
        return "A file has at most %d MB.".formatted(largest.toMegabytes());
    }
}
