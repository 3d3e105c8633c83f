package io.casewright.message;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.casewright.message.LetterContent.Acknowledgement;
import io.casewright.message.LetterContent.Advice;
import io.casewright.message.LetterContent.Closing;
import io.casewright.message.LetterContent.ClosingReminder;
import io.casewright.message.LetterContent.Question;
import io.casewright.message.LetterContent.Reminder;
import io.casewright.message.LetterContent.Resolution;
import io.casewright.message.LetterContent.Satisfaction;
import io.casewright.message.LetterContent.Update;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The words of letters, from the templates in {@code mail/}, one folder per language. Mustache has no expressions, so what
 * a template is given can only ever come out as text.
 */
@Component
class LetterTexts {

    static final List<String> LANGUAGES = List.of("en", "de", "es", "fr");

    /** Templates of letters that belong to no case. */
    static final List<String> OF_NO_CASE = List.of("mail_answer", "plan_change", "prepaid_low", "statement");

    private static final int LONGEST_LINE = 200;

    private final Map<Name, Template> templates = new HashMap<>();
    private final Map<String, Template> ofNoCase = new HashMap<>();
    private final Map<String, Template> caseLinks = new HashMap<>();
    private final MailSettings settings;

    LetterTexts(MailSettings settings) {
        this.settings = settings;
        for (String language : LANGUAGES) {
            var compiler = Mustache.compiler().escapeHTML(false).withLoader(part -> open(language, part));
            for (String name : OF_NO_CASE) {
                ofNoCase.put(language + "/" + name, compiler.compile(open(language, name)));
            }
            caseLinks.put(language, compiler.compile(open(language, "case_link")));
            for (LetterKind kind : LetterKind.values()) {
                templates.put(
                        new Name(language, kind),
                        compiler.compile(open(language, kind.name().toLowerCase(Locale.ROOT))));
            }
        }
    }

    private record Name(String language, LetterKind kind) {}

    /** The whole text of the letter, from greeting to signature. */
    String write(Letter letter) {
        Locale locale = localeFor(letter.locale());
        var values = new HashMap<String, Object>();
        values.put("name", line(letter.recipient().name()));
        values.put("sender", line(letter.sender()));
        values.put("caseNumber", letter.caseNumber());
        values.put("caseSubject", line(letter.caseSubject()));
        values.putAll(valuesOf(letter.content(), locale));
        var template = Objects.requireNonNull(
                templates.get(new Name(locale.getLanguage(), letter.content().kind())));
        return PlainText.lines(template.execute(values));
    }

    /** A letter that belongs to no case: the subject, and from the second line on what is written. */
    String ofNoCase(String name, Locale locale, Map<String, String> values) {
        return PlainText.lines(Objects.requireNonNull(ofNoCase.get(locale.getLanguage() + "/" + name))
                .execute(values));
    }

    /** The lines that tell the reader of a letter where the case can be read and answered. */
    String caseLink(CaseLink.Made link, Locale locale) {
        return PlainText.lines(Objects.requireNonNull(caseLinks.get(locale.getLanguage()))
                .execute(Map.of(
                        "link",
                        link.address(),
                        "validUntil",
                        LetterTimes.of(link.validUntil(), settings.zone(), locale))));
    }

    /** The customer's own language and region where there are templates for it, else English. */
    static Locale localeFor(Locale customer) {
        return LANGUAGES.contains(customer.getLanguage())
                ? Locale.of(customer.getLanguage(), customer.getCountry())
                : Locale.ENGLISH;
    }

    private Map<String, Object> valuesOf(LetterContent content, Locale locale) {
        return switch (content) {
            case Acknowledgement acknowledgement -> ofAcknowledgement(acknowledgement, locale);
            case Question question -> words(question.words());
            case Reminder reminder ->
                Map.of(
                        "question", quoted(reminder.question()),
                        "daysLeft", reminder.daysLeft(),
                        "oneDay", reminder.daysLeft() == 1);
            case Update update -> words(update.words());
            case Resolution resolution ->
                Map.of(
                        "words", PlainText.lines(resolution.words().value()),
                        "confirmUntil", LetterTimes.of(resolution.confirmUntil(), settings.zone(), locale));
            case Advice advice -> words(advice.words());
            case ClosingReminder reminder ->
                Map.of("closesAt", LetterTimes.of(reminder.closesAt(), settings.zone(), locale));
            case Closing closing ->
                Map.of(
                        "confirmed", closing.reason() == Closing.Reason.CONFIRMED,
                        "noAnswer", closing.reason() == Closing.Reason.NO_ANSWER,
                        "nothingLeft", closing.reason() == Closing.Reason.NOTHING_LEFT);
            case Satisfaction satisfaction ->
                Map.of(
                        "link",
                        Satisfaction.LINK,
                        "validUntil",
                        LetterTimes.of(satisfaction.validUntil(), settings.zone(), locale));
        };
    }

    private Map<String, Object> ofAcknowledgement(Acknowledgement content, Locale locale) {
        var values = new HashMap<String, Object>();
        if (content.firstResponseDue() != null) {
            values.put(
                    "promise",
                    Map.of("firstResponseDue", LetterTimes.of(content.firstResponseDue(), settings.zone(), locale)));
        }
        if (content.suggestion() != null) {
            values.put(
                    "suggestion",
                    Map.of(
                            "title", line(content.suggestion().title()),
                            "link", content.suggestion().link().toASCIIString()));
        }
        if (content.terms() != null) {
            values.put(
                    "terms",
                    Map.of(
                            "plan", line(content.terms().plan()),
                            "link", content.terms().link().toASCIIString()));
        }
        return values;
    }

    private static Map<String, Object> words(PublicText words) {
        return Map.of("words", PlainText.lines(words.value()));
    }

    private static String quoted(PublicText words) {
        return PlainText.lines(words.value())
                .lines()
                .map(line -> line.isEmpty() ? ">" : "> " + line)
                .collect(Collectors.joining("\n"));
    }

    private static String line(String text) {
        return PlainText.line(text, LONGEST_LINE);
    }

    private static Reader open(String language, String name) {
        try {
            return new StringReader(new ClassPathResource("mail/%s/%s.txt".formatted(language, name))
                    .getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
