package io.casewright.platform.text;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Names by which somebody is known, each in one form, to be compared character by character: capitals, surrounding blanks and the two ways to
 * write an accent or an international domain (RFC 5890) make no difference; an accent, a width or a character that cannot be seen does.
 */
public final class Identity {

    private Identity() {}

    /** A name, such as that of a company. */
    public static String ofName(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** A domain, with its international labels in their own script; anything else stays a name. */
    public static String ofDomain(String domain) {
        String name = ofName(domain);
        // Never more than what is written: a label that is not the encoding of another stays as it is.
        return name.contains("xn--") ? ofName(IDN.toUnicode(name)) : name;
    }

    /** An e-mail address. */
    public static String ofAddress(String address) {
        int at = address.lastIndexOf('@');
        return at < 0 ? ofName(address) : ofName(address.substring(0, at)) + "@" + ofDomain(address.substring(at + 1));
    }
}
