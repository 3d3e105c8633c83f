package io.casewright.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much may come within a minute.
 *
 * @param intakePerClient requests that open a case or write to one, of one program or person
 * @param intakePerAddress the same of one address, behind which there may be several
 * @param loginsPerAddress steps of logins that are begun from one address; a login is about three
 * @param ratingsPerAddress looks at links to rate and at statements, and answers there, that come from one address
 */
@ConfigurationProperties("casewright.limits")
record LimitSettings(
        @DefaultValue("3000") int intakePerClient,
        @DefaultValue("6000") int intakePerAddress,
        @DefaultValue("600") int loginsPerAddress,
        @DefaultValue("60") int ratingsPerAddress) {

    LimitSettings {
        requirePositive(intakePerClient, "CASEWRIGHT_LIMITS_INTAKE_PER_CLIENT");
        requirePositive(intakePerAddress, "CASEWRIGHT_LIMITS_INTAKE_PER_ADDRESS");
        requirePositive(loginsPerAddress, "CASEWRIGHT_LIMITS_LOGINS_PER_ADDRESS");
        requirePositive(ratingsPerAddress, "CASEWRIGHT_LIMITS_RATINGS_PER_ADDRESS");
    }

    private static void requirePositive(int number, String setting) {
        if (number < 1) {
            throw new IllegalArgumentException(
                    "%s is %d, but it must be how many requests a minute may bring.".formatted(setting, number));
        }
    }
}
