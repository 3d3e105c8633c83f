package io.casewright.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The words of the pages: where they are kept, where they are asked for, and where they were left in the pages themselves. */
final class PageWords {

    static final Path TEMPLATES = Path.of("src/main/resources/templates");

    private static final Path WORDS = Path.of("src/main/resources/words");
    private static final Pattern IN_A_TEMPLATE =
            Pattern.compile("#\\{([\\w.-]+)|#messages\\.msg\\('([\\w.-]+)'|#\\{\\$\\{'([\\w.-]+\\.)'");
    private static final Pattern IN_A_CLASS =
            Pattern.compile("(?s)texts\\.of\\(\\s*(?:\\w+(?:\\.\\w+\\(\\))* \\? )?\"([\\w.-]+)\"( : \"([\\w.-]+)\")?");
    private static final Pattern OF_A_MESSAGE = Pattern.compile("\"(message\\.way\\.[a-z]+)\"");
    private static final Set<String> READ = Set.of("aria-label", "title", "placeholder", "alt", "data-label");
    private static final Set<String> NOT_READ = Set.of("script", "style", "kbd", "code");
    private static final Pattern LITERAL = Pattern.compile("'([^']*)'");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");

    private PageWords() {}

    /** The words of a language by key: "" is English. */
    static Map<String, String> of(String language) {
        var words = new LinkedHashMap<String, String>();
        lines(WORDS.resolve("pages" + (language.isEmpty() ? "" : "_" + language) + ".properties"))
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> {
                    int at = line.indexOf('=');
                    if (words.put(line.substring(0, at), line.substring(at + 1)) != null) {
                        throw new AssertionError("Twice: " + line);
                    }
                });
        return words;
    }

    /** Pairs of English and German of a file of translations. */
    static List<List<String>> pairs(String file) {
        return lines(WORDS.resolve(file + "_de.tsv"))
                .filter(line -> !line.isBlank() && !line.startsWith("# "))
                .map(line -> Arrays.asList(line.split("\t", -1)))
                .toList();
    }

    /** Keys that templates and classes ask for; one that ends with a dot is the beginning of several. */
    static Set<String> asked() {
        var keys = new TreeSet<String>();
        for (Path template : pages()) {
            var found = IN_A_TEMPLATE.matcher(content(template));
            while (found.find()) {
                IntStream.rangeClosed(1, found.groupCount())
                        .mapToObj(found::group)
                        .filter(Objects::nonNull)
                        .forEach(keys::add);
            }
        }
        for (Path type : files(Path.of("src/main/java"), ".java")) {
            for (var pattern : List.of(IN_A_CLASS, OF_A_MESSAGE)) {
                var found = pattern.matcher(content(type));
                while (found.find()) {
                    keys.add(found.group(1));
                    if (found.groupCount() > 1 && found.group(3) != null) {
                        keys.add(found.group(3));
                    }
                }
            }
        }
        return keys;
    }

    /** Templates of people who work on cases, and of those for whom they do. */
    static List<Path> pages() {
        return Stream.of(
                        "desk",
                        "casefile",
                        "access",
                        "charge",
                        "intake",
                        "minutes",
                        "openinghours",
                        "plan",
                        "prepaid",
                        "promise",
                        "report",
                        "caselink",
                        "satisfaction",
                        "statement")
                .flatMap(folder -> files(TEMPLATES.resolve(folder), ".html").stream())
                .toList();
    }

    /** What of a template would be read in one language only. */
    static List<String> leftIn(String template) {
        var left = new ArrayList<String>();
        for (Element element : Jsoup.parse(template).getAllElements()) {
            element.attributes().forEach(attribute -> {
                if (READ.contains(attribute.getKey()) && isRead(attribute.getValue())) {
                    left.add(attribute.getKey() + ": " + attribute.getValue());
                } else if (attribute.getKey().startsWith("th:") && saysByItself(attribute.getKey())) {
                    literals(attribute.getValue()).forEach(left::add);
                }
            });
            if (!element.hasAttr("th:text") && !NOT_READ.contains(element.tagName())) {
                element.textNodes().stream()
                        .map(node -> node.text().strip())
                        .filter(PageWords::isRead)
                        .forEach(left::add);
            }
        }
        return left;
    }

    private static boolean saysByItself(String attribute) {
        return attribute.equals("th:text") || attribute.equals("th:replace") || READ.contains(attribute.substring(3));
    }

    /** Those of several words, or that begin with a capital letter: others are names of programs. */
    private static Stream<String> literals(String expression) {
        return LITERAL.matcher(expression)
                .results()
                .map(found -> found.group(1).strip())
                .filter(text -> isRead(text) && (text.contains(" ") || Character.isUpperCase(text.charAt(0))));
    }

    private static boolean isRead(String text) {
        return LETTERS.matcher(text).find() && !text.equals("Casewright") && !text.equals("· Casewright");
    }

    static List<Path> files(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        return content(file).lines();
    }
}
