package io.casewright.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.message.LetterContent.Acknowledgement;
import io.casewright.message.LetterContent.Advice;
import io.casewright.message.LetterContent.Closing;
import io.casewright.message.LetterContent.Question;
import io.casewright.message.LetterContent.Reminder;
import io.casewright.message.LetterContent.Resolution;
import io.casewright.message.LetterContent.Suggestion;
import io.casewright.message.LetterContent.Terms;
import io.casewright.message.LetterContent.Update;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTextsTests {

    private static final Path TEMPLATES = Path.of("src", "main", "resources", "mail");
    private static final Pattern TAG = Pattern.compile("\\{\\{[^}]*}}");
    private static final Instant DUE = Instant.parse("2026-11-23T12:20:00Z");

    private final LetterTexts texts = new LetterTexts(Letters.SETTINGS);

    @ParameterizedTest
    @ValueSource(strings = {"de", "es", "fr"})
    void everyLanguageHasTheSameTemplatesWithTheSamePlaceholders(String language) throws IOException {
        assertThat(tagsOf(language)).isEqualTo(tagsOf("en"));
    }

    @Test
    void thereAreNoTemplatesOfOtherLanguagesOrKinds() throws IOException {
        try (Stream<Path> folders = Files.list(TEMPLATES)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(LetterTexts.LANGUAGES);
        }
        var expected = new TreeSet<>(Set.of(
                "case_link.txt",
                "mail_answer.txt",
                "plan_change.txt",
                "prepaid_low.txt",
                "signature.txt",
                "statement.txt"));
        for (LetterKind kind : LetterKind.values()) {
            expected.add(kind.name().toLowerCase(Locale.ROOT) + ".txt");
        }
        assertThat(tagsOf("en").keySet()).isEqualTo(expected);
    }

    @Test
    void everyLetterInEveryLanguageIsTidy() {
        for (String language : LetterTexts.LANGUAGES) {
            for (LetterContent content : oneOfEach()) {
                String text = texts.write(Letters.letter(content, Locale.of(language)));
                assertThat(text)
                        .as("%s in %s", content.kind(), language)
                        .contains("Ida Toivonen", "Northwind Cloud", "CW-2026-000042")
                        .doesNotContain("{{", "}}", "\n\n\n", "\r")
                        .doesNotContainPattern("[ \\t]\\n");
            }
        }
    }

    @Test
    void theAcknowledgementSaysWhatHappensNext() {
        String text = texts.write(Letters.letter(
                new Acknowledgement(
                        DUE,
                        new Suggestion("Trace a message", URI.create("https://help.example/trace?a=1&b=2")),
                        new Terms("Business", URI.create("https://support.example/plans/2?version=3&language=en"))),
                Locale.ENGLISH));
        assertThat(text).isEqualTo("""
                Hello Ida Toivonen,

                Thank you for your request "Mail bounces". It is now case CW-2026-000042.

                You will hear from us by Monday, November 23, 2026, 1:20 PM (Central European Time).

                What happens next: we look into it, and come back to you with a solution or a question. If anything \
                changes on your side, simply reply to this message.

                This may already help you: Trace a message
                https://help.example/trace?a=1&b=2
                Your case stays open in any event.

                Your support plan, with service hours, ways to reach us, prices and times: Business
                https://support.example/plans/2?version=3&language=en

                Kind regards
                Northwind Cloud

                Case CW-2026-000042: please keep this number in the subject when you write to us.""");
    }

    @Test
    void whatIsNotPromisedOrSuggestedIsNotMentioned() {
        assertThat(texts.write(Letters.letter(new Acknowledgement(null, null, null), Locale.ENGLISH)))
                .doesNotContain("You will hear from us by", "already help", "support plan");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de    | Montag, 23. November 2026, 13:20 (Mitteleuropäische Zeit)",
                "en-GB | 23 November 2026, 13:20 (Central European Time)",
                "es    | lunes, 23 de noviembre de 2026, 13:20 (hora de Europa central)",
                "fr    | lundi 23 novembre 2026, 13:20 (heure d’Europe centrale)"
            })
    void timesAreInTheCustomersLanguageWithTheirZone(String locale, String expected) {
        var resolution = new Resolution(new PublicText("Fixed"), DUE);
        assertThat(texts.write(Letters.letter(resolution, Locale.forLanguageTag(locale))))
                .contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "und", "zh-Hans-CN"})
    void aLanguageWithoutTemplatesGetsEnglish(String locale) {
        assertThat(texts.write(Letters.letter(oneOfEach().getFirst(), Locale.forLanguageTag(locale))))
                .startsWith("Hello Ida");
    }

    @Test
    void aReminderQuotesTheQuestionAndCountsTheDays() {
        var question = new PublicText("Which address?\r\nAnd since when?");
        assertThat(texts.write(Letters.letter(new Reminder(question, 3), Locale.GERMAN)))
                .contains("> Which address?\n> And since when?\n", "in 3 Tagen");
        assertThat(texts.write(Letters.letter(new Reminder(question, 1), Locale.GERMAN)))
                .contains("in einem Tag");
    }

    @Test
    void templateSyntaxInWordsIsOnlyText() {
        String words = "{{sender}} {{{name}}} {{>signature}} {{#x}}y{{/x}} ${7*7} [[${7*7}]] <#if x> &lt; <b>";
        var letter = new Letter(
                "CW-2026-000042",
                "{{name}}",
                new Recipient("{{caseNumber}}", "it@contoso.example"),
                Locale.ENGLISH,
                new Update(new PublicText(words)),
                "{{words}}",
                "1");
        assertThat(texts.write(letter)).contains("Hello {{caseNumber}},", "\n" + words + "\n", "\n{{words}}\n");
    }

    @Test
    void noTextButPublicTextCanBecomePartOfALetter() {
        assertThat(LetterContent.class.getPermittedSubclasses()).hasSize(LetterKind.values().length);
        for (Class<?> shape : LetterContent.class.getPermittedSubclasses()) {
            for (var component : shape.getRecordComponents()) {
                assertThat(component.getType())
                        .as(shape.getSimpleName() + "." + component.getName())
                        .isIn(
                                PublicText.class,
                                Instant.class,
                                Suggestion.class,
                                Terms.class,
                                int.class,
                                boolean.class,
                                Closing.Reason.class);
            }
        }
    }

    private static List<LetterContent> oneOfEach() {
        var words = new PublicText("First line\n\nSecond line");
        return List.of(
                new Acknowledgement(
                        DUE,
                        new Suggestion("An article", URI.create("https://help.example/a")),
                        new Terms("Plan", URI.create("https://help.example/p"))),
                new Acknowledgement(null, null, null),
                new Question(words),
                new Reminder(words, 1),
                new Reminder(words, 2),
                new Update(words),
                new Resolution(words, DUE),
                new Advice(words, true),
                new Closing(Closing.Reason.CONFIRMED),
                new Closing(Closing.Reason.NO_ANSWER));
    }

    private static Map<String, Set<String>> tagsOf(String language) throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES.resolve(language))) {
            return files.collect(Collectors.toMap(
                    file -> file.getFileName().toString(),
                    file -> TAG.matcher(read(file))
                            .results()
                            .map(found -> found.group())
                            .collect(Collectors.toCollection(TreeSet::new)),
                    (first, second) -> first,
                    TreeMap::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
