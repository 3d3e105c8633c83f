package io.casewright.handoff.client;

import io.casewright.platform.text.Secret;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A provider's or vendor's desk that speaks the desk API ({@code docs/desk-api.md}).
 *
 * @param url root of its interface; none without it
 * @param token what it gave us to show who we are; never told
 * @param connectTimeout how long a connection may take
 * @param readTimeout how long a whole answer may take
 */
@ConfigurationProperties("casewright.handoff.desk-api")
record DeskApiSettings(
        @Nullable URI url,
        @DefaultValue("") Secret token,
        @DefaultValue("PT5S") Duration connectTimeout,
        @DefaultValue("PT20S") Duration readTimeout) {

    boolean isConfigured() {
        return url != null && !url.toString().isBlank();
    }

    /** @throws IllegalStateException when there is none */
    String root() {
        if (url == null) {
            throw new IllegalStateException("There is no desk; set CASEWRIGHT_HANDOFF_DESK_API_URL");
        }
        return url.toString().replaceAll("/+$", "");
    }
}
