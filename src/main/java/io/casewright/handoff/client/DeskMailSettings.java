package io.casewright.handoff.client;

import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A provider's or vendor's desk that takes tickets by mail.
 *
 * @param to its address; none without it
 * @param from the address that tickets come from and answers go to
 */
@ConfigurationProperties("casewright.handoff.desk-mail")
record DeskMailSettings(
        @DefaultValue("") String to, @DefaultValue("") String from) {

    private static final Pattern ADDRESS = Pattern.compile("[!-?A-~]+@[A-Za-z0-9.-]+");

    DeskMailSettings {
        require(
                to,
                "casewright.handoff.desk-mail.to must be the address of the desk; set CASEWRIGHT_HANDOFF_DESK_MAIL_TO");
        require(
                from,
                "casewright.handoff.desk-mail.from must be the address that tickets come from; set CASEWRIGHT_HANDOFF_DESK_MAIL_FROM");
        if (!to.isBlank() && from.isBlank()) {
            throw new IllegalArgumentException(
                    "A desk that takes tickets by mail needs an address that they come from; set CASEWRIGHT_HANDOFF_DESK_MAIL_FROM");
        }
    }

    boolean isConfigured() {
        return !to.isBlank();
    }

    /** The domain in the ids of our mails. */
    String domain() {
        return domainOf(from);
    }

    /** Empty when there is no desk. */
    String desksDomain() {
        return domainOf(to);
    }

    private static String domainOf(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static void require(String address, String otherwise) {
        if (!address.isBlank() && !ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
