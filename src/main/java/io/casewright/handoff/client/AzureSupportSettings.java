package io.casewright.handoff.client;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What Azure tickets need beside their text.
 *
 * @param timeZone of the partner's contact, as Windows names it
 * @param language of the partner's contact, such as en-US
 * @param country of the partner's contact, three letters (ISO 3166-1); empty for the customer's, or else that of the
 *     agents' language
 * @param services whose topics an agent chooses from; Azure has hundreds, and each is one more call
 * @param polls how often it is asked whether work that goes on there is done, before it is left to the next attempt
 * @param pollPause between two such questions
 */
@ConfigurationProperties("casewright.handoff.azure")
record AzureSupportSettings(
        @DefaultValue("UTC") String timeZone,
        @DefaultValue("en-US") String language,
        @DefaultValue("") String country,

        @DefaultValue({
            "Billing",
            "Subscription management",
            "Virtual Machine running Windows",
            "Virtual Machine running Linux",
            "Virtual Network",
            "Storage Account Management",
            "SQL Database",
            "Web App (Windows)",
            "Web App (Linux)"
        })
        List<String> services,

        @DefaultValue("5") int polls,
        @DefaultValue("PT1S") Duration pollPause) {}
