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
 */
@ConfigurationProperties("casewright.attachment")
record AttachmentSettings(
        @DefaultValue("25MB") DataSize largest,
        @DefaultValue("20") int mostOfAMessage,
        @DefaultValue("5GB") DataSize mostOfACustomer) {}
