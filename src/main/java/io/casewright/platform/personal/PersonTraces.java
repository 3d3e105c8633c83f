package io.casewright.platform.personal;

import java.net.IDN;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By what a person is recognised in a text: names, addresses and telephone numbers, now and before, however they are written, and whole
 * texts of the person's.
 */
public final class PersonTraces {

    /** What takes the place of a text. */
    public static final String ERASED_TEXT = "Text erased";

    private static final String ERASED_WORD = "[erased]";
    private static final int SHORTEST_PART = 3;
    private static final int SHORTEST_QUOTE = 8;
    private static final int SHORTEST_NUMBER = 6;
    private static final int LONGEST_COUNTRY_CODE = 3;
    private static final Pattern PARTS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final String BEFORE = "(?<![\\p{L}\\p{M}\\p{N}])";
    private static final String AFTER = "(?![\\p{L}\\p{M}\\p{N}])";

    private final List<Replacement> replacements = new ArrayList<>();
    private final List<Pattern> telling = new ArrayList<>();
    private final List<String> likes = new ArrayList<>();
    private final Set<String> tokens = new LinkedHashSet<>();

    private record Replacement(Pattern pattern, String by) {}

    /**
     * What is known of a person.
     *
     * @param quotes texts of the person's, which others may have quoted
     */
    public record Known(
            Collection<String> names,
            Collection<String> addresses,
            Collection<String> phones,
            Collection<String> quotes) {}

    private PersonTraces(Known known, Pseudonym pseudonym, boolean partsToo) {
        known.quotes().stream()
                .filter(quote -> quote.strip().length() >= SHORTEST_QUOTE)
                .sorted((one, other) -> other.length() - one.length())
                .forEach(quote -> replace(spaced(normal(quote).strip(), "\\s+"), ERASED_TEXT));
        known.addresses().forEach(address -> addAddress(address, pseudonym));
        known.phones().forEach(this::addPhone);
        known.names().forEach(name -> addName(name, pseudonym));
        if (partsToo) {
            known.names().stream().flatMap(PersonTraces::parts).distinct().forEach(this::addPart);
        }
    }

    /** For what is the person's own: parts of the name count as well. */
    public static PersonTraces inOwn(Known known, Pseudonym pseudonym) {
        return new PersonTraces(known, pseudonym, true);
    }

    /** For what belongs to others, whose first name may be the same. */
    public static PersonTraces inOthers(Known known, Pseudonym pseudonym) {
        return new PersonTraces(known, pseudonym, false);
    }

    /** The text without the traces; the same text when there are none. */
    public String takenOutOf(String text) {
        String normal = normal(text);
        String left = normal;
        for (Replacement each : replacements) {
            left = each.pattern.matcher(left).replaceAll(each.by);
        }
        return left.equals(normal) ? text : left;
    }

    /** Whether an address of the person is in it. */
    boolean tell(String text) {
        String normal = normal(text);
        return telling.stream().anyMatch(pattern -> pattern.matcher(normal).find());
    }

    /** Texts with a trace are like one of these, in small letters; so may be others. */
    List<String> likes() {
        return likes;
    }

    /** Whether it is, as a word to be found by, one of the person's. */
    public boolean isToken(String word) {
        return tokens.contains(folded(word));
    }

    /** The words to be found by that are the person's. */
    public Set<String> tokens() {
        return Set.copyOf(tokens);
    }

    private void addAddress(String address, Pseudonym pseudonym) {
        int at = address.lastIndexOf('@');
        if (at < 1) {
            return;
        }
        String local = normal(address.substring(0, at));
        String domain = normal(address.substring(at + 1));
        String domains = Stream.of(domain, ascii(domain), IDN.toUnicode(domain))
                .distinct()
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        String pattern =
                "(?<![\\p{L}\\p{M}\\p{N}._%+-])" + Pattern.quote(local) + "(?:@|%40)(?:" + domains + ")" + AFTER;
        replace(pattern, pseudonym.address());
        telling.add(compiled(pattern));
        likes.add("%" + like(local) + "%" + like(domain) + "%");
        if (!ascii(domain).equals(domain)) {
            likes.add("%" + like(local) + "%" + like(ascii(domain)) + "%");
        }
    }

    private void addPhone(String phone) {
        String digits = phone.replaceAll("\\D", "");
        var forms = new LinkedHashSet<String>();
        forms.add((phone.strip().startsWith("+") ? "(?:\\+|00)?" : "") + spacedDigits(digits));
        if (phone.strip().startsWith("+")) {
            for (int code = 1; code <= LONGEST_COUNTRY_CODE; code++) {
                if (digits.length() - code >= SHORTEST_NUMBER) {
                    forms.add("(?:\\(0\\)|0)?" + spacedDigits(digits.substring(code)));
                }
            }
            for (int code = 1; code <= LONGEST_COUNTRY_CODE && digits.length() > code; code++) {
                forms.add("(?:\\+|00)?" + spacedDigits(digits.substring(0, code)) + "\\W{0,3}\\(0\\)\\W{0,2}"
                        + spacedDigits(digits.substring(code)));
            }
        }
        if (digits.length() >= SHORTEST_NUMBER) {
            forms.forEach(form -> replace("(?<![\\d+])" + form + "(?!\\d)", ERASED_WORD));
        }
    }

    private void addName(String name, Pseudonym pseudonym) {
        List<String> parts = parts(name).toList();
        String whole = spaced(normal(name).strip(), "[\\s+]+|%20");
        if (whole.isEmpty()) {
            return;
        }
        replace(BEFORE + "(?:" + whole + ")" + AFTER, pseudonym.name());
        if (parts.size() > 1) {
            String last = Pattern.quote(parts.getLast());
            String first = parts.subList(0, parts.size() - 1).stream()
                    .map(Pattern::quote)
                    .collect(Collectors.joining("\\s+"));
            replace(BEFORE + last + ",?\\s+" + first + AFTER, pseudonym.name());
            likes.add("%" + like(parts.getLast()) + "%" + like(parts.getFirst()) + "%");
        }
        likes.add("%" + parts.stream().map(PersonTraces::like).collect(Collectors.joining("%")) + "%");
        addEncoded(normal(name).strip(), pseudonym.name());
        parts.stream()
                .filter(part -> part.length() >= SHORTEST_PART)
                .map(PersonTraces::folded)
                .forEach(tokens::add);
    }

    /** As addresses of pages hold it. */
    private void addEncoded(String text, String by) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        if (!encoded.equals(text)) {
            replace(Pattern.quote(encoded), URLEncoder.encode(by, StandardCharsets.UTF_8));
            likes.add("%" + like(encoded) + "%");
        }
    }

    /** As it is written, so that the verb "mark" stays; and in capitals. */
    private void addPart(String part) {
        if (part.length() < SHORTEST_PART) {
            return;
        }
        String forms = Stream.of(part, part.toUpperCase(Locale.ROOT))
                .distinct()
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        replacements.add(new Replacement(Pattern.compile(BEFORE + "(?:" + forms + ")" + AFTER), ERASED_WORD));
    }

    private void replace(String pattern, String by) {
        replacements.add(new Replacement(compiled(pattern), java.util.regex.Matcher.quoteReplacement(by)));
    }

    private static Pattern compiled(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static Stream<String> parts(String name) {
        return Arrays.stream(PARTS.split(normal(name))).filter(part -> !part.isBlank());
    }

    /** However many blanks and line ends are between the words. */
    private static String spaced(String text, String blanks) {
        return Arrays.stream(text.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(Pattern::quote)
                .collect(Collectors.joining("(?:" + blanks + ")"));
    }

    private static String spacedDigits(String digits) {
        return digits.chars().mapToObj(Character::toString).collect(Collectors.joining("[\\s().\\-/\\u00a0]{0,3}"));
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static String folded(String word) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain);
        } catch (IllegalArgumentException e) {
            return domain;
        }
    }

    private static String like(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
    }
}
