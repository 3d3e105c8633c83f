package io.casewright.handoff.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether a vendor's note wants something from us, as far as its words say, by the phrases in {@code handoff/notes.tsv}. It errs
 * to the side of a person: a note tells only when every sentence of it does.
 */
public enum NoteWords {
    /** They want something. */
    ASKS,
    /** They only tell how far it is. */
    TELLS,
    /** It may be either. */
    UNCLEAR;

    private static final Pattern SENTENCES = Pattern.compile("[.!;\\n]+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}']+");
    private static final Pattern QUESTION = Pattern.compile("[?？¿]");
    private static final Pattern ASKING = phrases("asks");
    private static final Pattern TELLING = phrases("tells");
    private static final Pattern FRAMING = phrases("frame", "close");
    private static final Pattern CLOSING = phrases("close");
    private static final Pattern FIGURE = Pattern.compile("\\p{N}");
    private static final int NAME = 3;

    public static NoteWords of(String text) {
        if (QUESTION.matcher(text).find() || ASKING.matcher(words(text)).find()) {
            return ASKS;
        }
        var sentences = SENTENCES
                .splitAsStream(text)
                .map(NoteWords::words)
                .filter(words -> !words.isEmpty())
                .toList();
        boolean tells = sentences.stream().anyMatch(NoteWords::tells);
        return tells && onlyTell(sentences) ? TELLS : UNCLEAR;
    }

    private static boolean onlyTell(List<String> sentences) {
        boolean closed = false;
        for (String words : sentences) {
            if (!tells(words) && !frames(words) && !(closed && isName(words))) {
                return false;
            }
            closed |= CLOSING.matcher(words).find();
        }
        return true;
    }

    private static boolean tells(String words) {
        return TELLING.matcher(words).find();
    }

    /** A greeting, or how a letter ends, with a name at most. */
    private static boolean frames(String words) {
        var rest = FRAMING.matcher(words).replaceAll(" ").strip();
        return !rest.equals(words) && isName(rest);
    }

    private static boolean isName(String words) {
        return words.split("\\s+").length <= NAME && !FIGURE.matcher(words).find();
    }

    private static String words(String text) {
        return NO_WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .replace('’', '\'')
                        .toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    private static Pattern phrases(String... kinds) {
        return Pattern.compile(lines().stream()
                .map(line -> line.split("\t"))
                .filter(phrase -> List.of(kinds).contains(phrase[0]))
                .map(phrase -> Pattern.quote(words(phrase[2])))
                .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}'])(?:", ")(?![\\p{L}\\p{N}'])")));
    }

    private static List<String> lines() {
        try (var file = NoteWords.class.getResourceAsStream("/handoff/notes.tsv")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
