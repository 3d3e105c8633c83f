package io.casewright.oncall.client;

import io.casewright.platform.text.Secret;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Programs that may be told of calls.
 *
 * @param origins of addresses that people may choose, such as {@code https://hooks.pager.example}; none by default
 * @param secret by which what is told is signed; never told
 */
@Validated
@ConfigurationProperties("casewright.on-call.hook")
record HookSettings(
        @DefaultValue List<String> origins,
        @DefaultValue("") Secret secret) {

    HookSettings {
        if (!origins.isEmpty() && secret.value().isBlank()) {
            throw new IllegalArgumentException(
                    "casewright.on-call.hook.secret is empty; set a secret by which the programs at casewright.on-call.hook.origins know who tells them");
        }
    }

    boolean allow(String origin) {
        return origins.contains(origin);
    }
}
