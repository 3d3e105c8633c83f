package io.casewright.platform.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with gaps in two languages: {@code {0}} stands for what is said as it is, {@code {0*}} for words that have a
 * translation of their own.
 *
 * @param literal how many letters are no gap
 * @param gaps numbers of the gaps, in the order of the English
 */
record SentencePattern(Pattern english, String begin, int literal, List<String> gaps, String other) {

    private static final Pattern GAP = Pattern.compile("\\{(\\d\\*?)}");

    static boolean isOne(String english) {
        return GAP.matcher(english).find();
    }

    static SentencePattern of(String english, String other) {
        var gaps = new ArrayList<String>();
        var regex = new StringBuilder();
        var gap = GAP.matcher(english);
        int at = 0;
        int literal = 0;
        while (gap.find()) {
            literal += gap.start() - at;
            regex.append(Pattern.quote(english.substring(at, gap.start()))).append("(.+?)");
            gaps.add(gap.group(1));
            at = gap.end();
        }
        regex.append(Pattern.quote(english.substring(at)));
        literal += english.length() - at;
        return new SentencePattern(
                Pattern.compile(regex.toString(), Pattern.DOTALL),
                english.substring(0, english.indexOf('{')),
                literal,
                List.copyOf(gaps),
                other);
    }

    /** The sentence in the other language; empty when it is not this one, or has words in it that are not known. */
    Optional<String> in(String said, Function<String, Optional<String>> words) {
        var found = english.matcher(said);
        if (!said.startsWith(begin) || !found.matches()) {
            return Optional.empty();
        }
        var values = new HashMap<String, String>();
        for (int at = 0; at < gaps.size(); at++) {
            String value = found.group(at + 1);
            var shown = gaps.get(at).endsWith("*") ? words.apply(value) : Optional.of(value);
            if (shown.isEmpty()) {
                return Optional.empty();
            }
            values.put(gaps.get(at), shown.get());
        }
        return Optional.of(GAP.matcher(other)
                .replaceAll(gap -> Matcher.quoteReplacement(values.getOrDefault(gap.group(1), gap.group()))));
    }
}
