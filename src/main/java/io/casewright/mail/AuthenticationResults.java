package io.casewright.mail;

import jakarta.mail.internet.HeaderTokenizer;
import jakarta.mail.internet.HeaderTokenizer.Token;
import jakarta.mail.internet.ParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What the receiving server found about the sender of a mail, as it wrote it on top of the mail (RFC 8601). */
record AuthenticationResults(List<Result> results) {

    private static final AuthenticationResults NONE = new AuthenticationResults(List.of());

    /** All that ends a word beside spaces, comments and quotes; more would tear addresses and names of domains apart. */
    private static final String DELIMITERS = ";=";

    private static final String VERSION = "1";

    /**
     * @param method such as {@code dmarc}
     * @param value such as {@code pass}
     * @param properties such as {@code header.from}; one that is there twice fits nothing
     */
    record Result(String method, String value, Map<String, String> properties) {

        boolean isPass() {
            return value.equals("pass");
        }

        String property(String name) {
            return properties.getOrDefault(name, "");
        }
    }

    /**
     * @param server name by which the receiving server signs its findings
     * @param headers from the top of the mail on; whatever stands below the first of that server came with the mail
     */
    static AuthenticationResults of(String server, List<String> headers) {
        for (String header : headers) {
            var words = new HeaderTokenizer(header, DELIMITERS, true);
            if (isBy(server, words)) {
                return read(words);
            }
        }
        return NONE;
    }

    Stream<Result> of(String method) {
        return results.stream().filter(result -> result.method().equals(method));
    }

    private static boolean isBy(String server, HeaderTokenizer words) {
        try {
            var word = words.next();
            return isWord(word) && word.getValue().equalsIgnoreCase(server);
        } catch (ParseException e) {
            return false;
        }
    }

    /** Nothing of a header that is not understood as a whole. */
    private static AuthenticationResults read(HeaderTokenizer header) {
        try {
            var words = new ArrayDeque<Token>();
            for (var word = header.next(); word.getType() != Token.EOF; word = header.next()) {
                words.add(word);
            }
            return new AuthenticationResults(resultsIn(words));
        } catch (ParseException e) {
            return NONE;
        }
    }

    private static List<Result> resultsIn(Deque<Token> words) throws ParseException {
        var results = new ArrayList<Result>();
        if (isNext(words, Token.ATOM) && words.element().getValue().equals(VERSION)) {
            words.remove();
        }
        while (isNext(words, ';')) {
            words.remove();
            var pairs = pairsIn(words);
            if (!pairs.isEmpty()) {
                results.add(resultOf(pairs));
            }
        }
        if (!words.isEmpty()) {
            throw new ParseException("A semicolon is expected");
        }
        return List.copyOf(results);
    }

    private record Pair(String name, String value) {}

    /** The first is the method with its result, perhaps with the version of the method. */
    private static Result resultOf(List<Pair> pairs) {
        var properties = new HashMap<String, String>();
        pairs.stream()
                .skip(1)
                .forEach(pair -> properties.merge(pair.name(), pair.value(), (one, other) -> one + " " + other));
        var method = pairs.getFirst();
        return new Result(
                method.name().replaceFirst("/.*", ""), method.value().toLowerCase(Locale.ROOT), Map.copyOf(properties));
    }

    /** What stands before the next semicolon. */
    private static List<Pair> pairsIn(Deque<Token> words) throws ParseException {
        var pairs = new ArrayList<Pair>();
        // There may be space around the points and slashes of a name.
        var name = new StringBuilder();
        while (!words.isEmpty() && !isNext(words, ';')) {
            var word = words.remove();
            if (word.getType() == Token.ATOM) {
                name.append(word.getValue());
            } else if (word.getType() == '=' && !name.isEmpty()) {
                pairs.add(new Pair(name.toString().toLowerCase(Locale.ROOT), valueIn(words)));
                name.setLength(0);
            } else {
                throw new ParseException("A name is expected");
            }
        }
        boolean saysNothing = pairs.isEmpty() && name.toString().equalsIgnoreCase("none");
        if (!name.isEmpty() && !saysNothing) {
            throw new ParseException("A name has no value");
        }
        return pairs;
    }

    private static String valueIn(Deque<Token> words) throws ParseException {
        if (words.isEmpty() || !isWord(words.element())) {
            throw new ParseException("A value is expected");
        }
        var value = new StringBuilder(words.remove().getValue());
        // What was quoted may be the first part of an address only.
        while (isNext(words, Token.ATOM) && words.element().getValue().startsWith("@")) {
            value.append(words.remove().getValue());
        }
        return value.toString();
    }

    private static boolean isNext(Deque<Token> words, int type) {
        return !words.isEmpty() && words.element().getType() == type;
    }

    private static boolean isWord(Token word) {
        return word.getType() == Token.ATOM || word.getType() == Token.QUOTEDSTRING;
    }
}
