package io.casewright.handoff.domain;

import io.casewright.platform.text.Fingerprint;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a note says, without how it is written: case, white space, punctuation, HTML and its escapes, and forms of the same
 * letter make no difference. By it a note is known again after it went through somebody else's system.
 */
public final class Wording {

    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");
    private static final Pattern NUMBER = Pattern.compile("&#(x?)([0-9a-fA-F]{1,6});");
    private static final Map<String, String> NAMED = Map.of(
            "&lt;", "<", "&gt;", ">", "&quot;", "\"", "&apos;", "'", "&nbsp;", " ", "&rsquo;", "'", "&lsquo;", "'");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern FIGURE = Pattern.compile("\\p{N}+|[0-9a-f]{8}|[ap]m|utc|t?\\p{N}{1,9}z?");
    private static final int LEVELS_OF_ESCAPES = 3;

    /** What systems write around the words of somebody. */
    private static final Set<String> FRAME = Set.of(
            "added", "at", "behalf", "by", "from", "note", "of", "on", "partner", "said", "sent", "the", "to", "update",
            "via", "wrote");

    private final List<String> words;
    private final String plain;

    private Wording(List<String> words, String plain) {
        this.words = words;
        this.plain = plain;
    }

    public static Wording of(String text) {
        String readable = TAG.matcher(unescaped(text)).replaceAll(" ");
        var words = wordsOf(readable);
        // A note of signs alone, such as a thumb that is up, still is a note.
        return new Wording(words, words.isEmpty() ? readable.strip() : String.join("", words));
    }

    /** The same for all notes that say the same; 64 characters. */
    public String hash() {
        return Fingerprint.of(plain);
    }

    public boolean isEmpty() {
        return plain.isEmpty();
    }

    /**
     * Whether this says what the other says and nothing else but who said it, and when.
     *
     * @param names of those who may have said it; null ones are left out
     */
    public boolean repeats(Wording other, List<@Nullable String> names) {
        if (plain.equals(other.plain)) {
            return true;
        }
        if (other.words.isEmpty() || !plain.contains(other.plain)) {
            return false;
        }
        int start = Collections.indexOfSubList(words, other.words);
        return start >= 0 && isFrame(around(start, start + other.words.size()), names);
    }

    private List<String> around(int start, int end) {
        var around = new ArrayList<>(words.subList(0, start));
        around.addAll(words.subList(end, words.size()));
        return around;
    }

    private static boolean isFrame(List<String> rest, List<@Nullable String> names) {
        Set<String> named = new HashSet<>();
        for (String name : names) {
            if (name != null) {
                named.addAll(wordsOf(name));
            }
        }
        // Figures are a date beside a name; alone they may be an answer.
        boolean hasName = rest.stream().anyMatch(named::contains);
        return rest.stream()
                .allMatch(word -> named.contains(word) || FRAME.contains(word) || (hasName && isFigure(word)));
    }

    private static boolean isFigure(String word) {
        return FIGURE.matcher(word).matches();
    }

    private static List<String> wordsOf(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Arrays.stream(NO_WORD.split(lower))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String unescaped(String text) {
        String before = text;
        for (int level = 0; level < LEVELS_OF_ESCAPES; level++) {
            String after = NUMBER.matcher(before).replaceAll(match -> {
                int code = Integer.parseInt(match.group(2), match.group(1).isEmpty() ? 10 : 16);
                return Matcher.quoteReplacement(Character.isValidCodePoint(code) ? Character.toString(code) : " ");
            });
            for (var each : NAMED.entrySet()) {
                after = after.replace(each.getKey(), each.getValue());
            }
            after = after.replace("&amp;", "&");
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        return before;
    }
}
