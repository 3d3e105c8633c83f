package io.casewright.mail;

import com.google.common.net.InternetDomainName;
import java.util.regex.Pattern;

/** Which domains belong to the same organisation: those below the same name that somebody registered. */
final class Organisation {

    /** Letters of other scripts may look the same, or become the same; in mails they come as {@code xn--}. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]+");

    private Organisation() {}

    static boolean isSame(String domain, String other) {
        try {
            return isPlain(domain) && isPlain(other) && of(domain).equals(of(other));
        } catch (IllegalArgumentException e) {
            // No name of a domain.
            return false;
        }
    }

    private static boolean isPlain(String domain) {
        return PLAIN.matcher(domain).matches();
    }

    private static String of(String domain) {
        var name = InternetDomainName.from(domain);
        if (name.hasPublicSuffix()) {
            return (name.isUnderPublicSuffix() ? name.topPrivateDomain() : name).toString();
        }
        // A top level that the list does not know, such as one of a house, is one under which names are given out.
        var parts = name.parts();
        return String.join(".", parts.subList(Math.max(0, parts.size() - 2), parts.size()));
    }
}
