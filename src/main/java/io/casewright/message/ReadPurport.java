package io.casewright.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Tells a mere thank-you and a machine's answer from what somebody has to do something about, by the phrases in
 * {@code message/courtesy.tsv}. It errs to the side of work: a thank-you is one only when nothing else is said.
 */
@Component
public class ReadPurport {

    private static final Pattern QUOTED = Pattern.compile("(?m)^\\s*>.*$");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}']+");

    private final Pattern automatic;
    private final Pattern absent;
    private final Pattern thanks;
    private final Pattern polite;

    ReadPurport() {
        // As a heading only: "Out of office replies fail" is what somebody has to do something about.
        var phrases = phrases();
        automatic = Pattern.compile("^" + anyOf(phrases, "automatic") + "\\s*(?:[:.!]|\\R|$)");
        absent = Pattern.compile("^" + anyOf(phrases, "absent"));
        thanks = Pattern.compile(anyOf(phrases, "thanks"));
        polite = Pattern.compile(anyOf(phrases, "polite"));
    }

    /** @param names of who writes and who is written to, which say nothing either */
    public Purport of(String text, Set<String> names) {
        String own = QUOTED.matcher(text).replaceAll("");
        if (automatic.matcher(small(own).strip()).find()) {
            return Purport.AUTOMATIC;
        }
        String words = plain(own);
        var thanked = thanks.matcher(words);
        if (!thanked.find()) {
            return absent.matcher(words).find() ? Purport.UNCLEAR : Purport.MATTER;
        }
        var known = names.stream()
                .flatMap(name -> Stream.of(plain(name).strip().split(" ")))
                .collect(Collectors.toSet());
        boolean more = own.contains("?")
                || own.contains("？")
                || Stream.of(polite.matcher(thanked.replaceAll(" "))
                                .replaceAll(" ")
                                .strip()
                                .split("\\s+"))
                        .anyMatch(word -> !word.isEmpty() && !known.contains(word));
        return more ? Purport.UNCLEAR : Purport.THANKS;
    }

    /** The words alone, in small letters, with one blank between. */
    private static String plain(String text) {
        return NO_WORD.matcher(small(text)).replaceAll(" ").strip();
    }

    private static String small(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('’', '\'')
                .toLowerCase(Locale.ROOT);
    }

    private static List<String[]> phrases() {
        try {
            return new ClassPathResource("message/courtesy.tsv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The longest first: it says more. */
    private static String anyOf(List<String[]> phrases, String kind) {
        return phrases.stream()
                .filter(phrase -> phrase[0].equals(kind))
                .map(phrase -> plain(phrase[2]))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}'])(?:", ")(?![\\p{L}\\p{N}'])"));
    }
}
