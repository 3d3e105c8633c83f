package io.casewright.caselink.application;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The links in letters.
 *
 * @param validFor how long one works; zero for letters without any
 */
@ConfigurationProperties("casewright.case-link")
record LinkSettings(@DefaultValue("P30D") Duration validFor) {

    LinkSettings {
        if (validFor.isNegative()) {
            throw new IllegalArgumentException(
                    "A link in a letter cannot end before it begins. Set CASEWRIGHT_CASE_LINK_VALID_FOR to a duration such as P30D, or to PT0S for letters without links");
        }
    }
}
