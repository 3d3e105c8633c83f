package io.casewright.mail;

import io.casewright.mail.AuthenticationResults.Result;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who a mail is from, if the receiving server found that it is. Nothing but the head of the mail is looked at. */
public final class SenderProof {

    private static final Pattern ADDRESS = Pattern.compile("[!#-'*+/-9=?A-Z^-~.-]+@([A-Za-z0-9._-]+)");

    private final String authservId;

    /**
     * @param authservId name by which the receiving server signs what it found, at the beginning of {@code
     *     Authentication-Results}; without it no sender is proven
     */
    public SenderProof(String authservId) {
        this.authservId = authservId;
    }

    /** The address of the one sender, in small letters; empty when it is not clear or not proven. */
    public Optional<String> provenSender(MimeMessage head) throws MessagingException {
        var results = AuthenticationResults.of(authservId, all(head, "Authentication-Results"));
        return sender(all(head, "From")).filter(address -> isProven(domainOf(address), results));
    }

    private static boolean isProven(String domain, AuthenticationResults results) {
        var policies = results.of("dmarc")
                .filter(result -> !result.value().equals("none"))
                .toList();
        if (!policies.isEmpty()) {
            // Two that do not agree prove nothing.
            return policies.stream()
                    .allMatch(result -> result.isPass()
                            && domainOf(result.property("header.from")).equalsIgnoreCase(domain));
        }
        return passes(results.of("dkim").toList(), "header.d", domain)
                || passes(results.of("spf").toList(), "smtp.mailfrom", domain);
    }

    private static boolean passes(List<Result> results, String whose, String domain) {
        return results.stream()
                .filter(Result::isPass)
                .anyMatch(result -> Organisation.isSame(domainOf(result.property(whose)), domain));
    }

    /** Mail programs show the name only, so a name that is another address is a lie. */
    private static Optional<String> sender(List<String> headers) {
        if (headers.size() != 1) {
            return Optional.empty();
        }
        try {
            var addresses = InternetAddress.parseHeader(headers.getFirst(), true);
            if (addresses.length != 1 || addresses[0].isGroup()) {
                return Optional.empty();
            }
            String address = addresses[0].getAddress();
            return ADDRESS.matcher(address).matches() && isHonest(addresses[0].getPersonal(), address)
                    ? Optional.of(address.toLowerCase(Locale.ROOT))
                    : Optional.empty();
        } catch (AddressException e) {
            return Optional.empty();
        }
    }

    private static boolean isHonest(@Nullable String name, String address) {
        return name == null || name.indexOf('@') < 0 || name.strip().equalsIgnoreCase(address);
    }

    private static String domainOf(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static List<String> all(MimeMessage head, String name) throws MessagingException {
        String @Nullable [] values = head.getHeader(name);
        return values == null ? List.of() : List.of(values);
    }
}
