package io.casewright.platform.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is written in English in forms, models and use cases, in another language. The English is the key: it stands where it
 * always stood, Tasklist and programs get it as it is, and a sentence that went through the engine as text is known again by its
 * words.
 */
final class Translations {

    /** The files, one line a text: English, tab, the other language. */
    static final List<String> FILES = List.of("forms", "models", "sentences");

    /** No sentence of ours is longer; one from outside could keep the patterns busy. */
    private static final int LONGEST = 700;

    private static final int MOST_ENDS = 12;

    private static final Pattern END_OF_SENTENCE = Pattern.compile("(?<=[.:!?]) ");

    private final Map<String, String> whole = new HashMap<>();
    private final List<SentencePattern> patterns = new ArrayList<>();

    private Translations() {}

    static Translations read(String language) {
        return of(FILES.stream().flatMap(file -> lines(file, language).stream()).toList());
    }

    static Translations of(List<List<String>> pairs) {
        var read = new Translations();
        pairs.forEach(read::add);
        read.patterns.sort(Comparator.comparingInt(SentencePattern::literal).reversed());
        return read;
    }

    /** The pairs of a file. What begins with a number sign and a blank is a comment; titles in forms have two signs. */
    static List<List<String>> lines(String file, String language) {
        String name = "/words/" + file + "_" + language + ".tsv";
        try (var stream = Translations.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("There is no file " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .map(line -> Arrays.stream(line.split("\t", -1))
                            .map(text -> text.replace("\\n", "\n"))
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + name + " cannot be read", e);
        }
    }

    private void add(List<String> pair) {
        if (pair.size() != 2) {
            throw new IllegalStateException("A line of the translations is no pair: " + pair);
        }
        if (SentencePattern.isOne(pair.getFirst())) {
            patterns.add(SentencePattern.of(pair.getFirst(), pair.getLast()));
        } else {
            whole.put(pair.getFirst(), pair.getLast());
        }
    }

    /** The other language's words for it; a text that is not known whole stays as it is. */
    String of(String english) {
        return find(english)
                .orElseGet(() -> english.contains("\n")
                        ? english.lines().map(line -> find(line).orElse(line)).collect(Collectors.joining("\n"))
                        : english);
    }

    /** Sentence by sentence before a pattern as a whole, whose gap would take in what another sentence says. */
    private Optional<String> find(String english) {
        var known = Optional.ofNullable(whole.get(english));
        return known.isPresent() || english.length() > LONGEST
                ? known
                : ofSentences(english).or(() -> ofPattern(english));
    }

    private Optional<String> ofPattern(String english) {
        return patterns.stream()
                .map(pattern -> pattern.in(english, this::find))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Several of them that were put one behind the other; all of them must be known. */
    private Optional<String> ofSentences(String english) {
        var end = END_OF_SENTENCE.matcher(english);
        for (int tried = 0; tried < MOST_ENDS && end.find(); tried++) {
            String first = english.substring(0, end.start());
            var known = Optional.ofNullable(whole.get(first)).or(() -> ofPattern(first));
            if (known.isPresent()) {
                var rest = find(english.substring(end.end()));
                if (rest.isPresent()) {
                    return Optional.of(known.get() + " " + rest.get());
                }
            }
        }
        return Optional.empty();
    }
}
