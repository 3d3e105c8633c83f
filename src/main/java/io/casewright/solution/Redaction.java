package io.casewright.solution;

import io.casewright.customer.Requester;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes out of a text what names a person, a company or a tenant, before people of another customer's case see it. It
 * would rather hide a word too many: what is left helps as long as it says what was wrong and what was done.
 */
final class Redaction {

    private static final String HIDDEN = "[…]";

    /** Only so many characters are looked at; nothing behind them is kept. */
    private static final int LONGEST = 12_000;

    private static final Pattern SIGNATURE = Pattern.compile(
            "(?isu)\\n\\s*(?:(?:with )?(?:kind|best|warm) regards|regards|sincerely|many thanks|best wishes"
                    + "|mit freundlichen grüßen|(?:viele|beste|freundliche) grüße|cordialement|bien à vous|saludos"
                    + "|atentamente|cordiali saluti|met vriendelijke groet|com os melhores cumprimentos|-- ?\\n).*");
    private static final Pattern NAMING = Pattern.compile(
            // An e-mail address or a sign-in name.
            "[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{N}._%+'-]{1,64}@[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{N}.-]{1,190}"
                    // A tenant, a subscription, an object.
                    + "|\\b[0-9a-fA-F]{8}-?(?:[0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}\\b"
                    // A phone number: a plus or a nought first, or groups in the usual marks.
                    + "|(?<![\\p{L}\\p{N}.:-])(?:\\+|00?|\\()[0-9][0-9 ()/.\\u00a0-]{5,20}[0-9](?![\\p{L}\\p{N}])"
                    + "|(?<![\\p{L}\\p{N}.:-])[0-9]{3}[ -][0-9]{3,4}[ -][0-9]{4}(?![\\p{L}\\p{N}])"
                    // A person who is addressed.
                    + "|\\b(?:(?:Mr|Mrs|Ms|Dr)\\b\\.?|(?:Herrn?|Frau|Monsieur|Madame|Mme|Señora?)\\b) \\p{Lu}[\\p{L}'-]{1,40}(?: \\p{Lu}[\\p{L}'-]{1,40})?"
                    + "|[\\p{IsHan}]{1,4}(?=様|さん|氏|先生|女士)");
    private static final Pattern PLACE = Pattern.compile(
            "(?i)\\b(?:[a-z][a-z0-9+.-]{1,15}://)(?<host>[^\\s/<>\"'):,;]{1,190})(?<path>[^\\s<>\"')]{0,2000})"
                    + "|(?<![\\p{L}\\p{N}._/-])(?<domain>(?:[\\p{L}\\p{N}_-]{1,63}\\.){1,8}"
                    + "(?:com|net|org|info|biz|cloud|shop|online|tech|group|company|example|test|local|internal|corp"
                    + "|(?!(?:js|py|sh|ps|cs|md|db|gz|so|vb|ts|rs)\\b)[a-z]{2}))(?![\\p{L}\\p{N}_-])(?!\\.[\\p{L}\\p{N}])(?:/[^\\s<>\"')]{0,2000})?");

    /** Places of everybody, which tell an agent something. A tenant's own name would stand in front of one of these. */
    private static final Set<String> PUBLIC = Set.of(
            "learn.microsoft.com",
            "support.microsoft.com",
            "admin.microsoft.com",
            "partner.microsoft.com",
            "aka.ms",
            "portal.azure.com",
            "login.microsoftonline.com",
            "outlook.office.com",
            "outlook.office365.com",
            "spf.protection.outlook.com",
            "autodiscover.outlook.com");

    /** Words of company names that name no company. */
    private static final Set<String> COMMON = Set.of(
            "and",
            "the",
            "und",
            "der",
            "die",
            "des",
            "les",
            "del",
            "inc",
            "ltd",
            "llc",
            "plc",
            "gmbh",
            "corp",
            "group",
            "company",
            "limited",
            "holding",
            "services",
            "service",
            "software",
            "systems",
            "solutions",
            "cloud",
            "office",
            "online",
            "exchange",
            "teams",
            "power",
            "microsoft",
            "azure",
            "international",
            "global",
            "data");

    private final Pattern names;

    private Redaction(Pattern names) {
        this.names = names;
    }

    /** What hides this contact and this customer too. */
    static Redaction of(Requester known) {
        var whole = Stream.of(known.contactName(), known.customerName(), known.customerDomain());
        String label = known.customerDomain().replaceFirst("\\..*", "");
        var parts = Stream.concat(
                        Stream.of(label),
                        Stream.of(known.contactName(), known.customerName())
                                .flatMap(name -> Stream.of(name.split("[\\s,.&()/-]+", -1))))
                .filter(part -> part.length() >= 3 && !COMMON.contains(part.toLowerCase(Locale.ROOT)));
        return new Redaction(Pattern.compile(Stream.concat(whole, parts)
                .filter(name -> !name.isBlank())
                .collect(Collectors.toCollection(LinkedHashSet::new))
                .stream()
                .map(name -> "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?:['’]?s)?(?![\\p{L}\\p{N}])")
                .collect(Collectors.joining("|", "(?iu)(?:", ")"))));
    }

    String apply(String text) {
        String read = text.substring(0, Math.min(LONGEST, text.length()));
        String unsigned = SIGNATURE.matcher(read).replaceFirst("");
        String unnamed = NAMING.matcher(unsigned).replaceAll(HIDDEN);
        String unplaced = PLACE.matcher(unnamed).replaceAll(found -> Matcher.quoteReplacement(shown(found)));
        return names.matcher(unplaced).replaceAll(HIDDEN).strip();
    }

    private static String shown(MatchResult found) {
        String host = found.group("host") == null ? found.group("domain") : found.group("host");
        return PUBLIC.contains(host.toLowerCase(Locale.ROOT)) ? host : HIDDEN;
    }
}
