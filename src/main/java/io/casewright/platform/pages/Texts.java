package io.casewright.platform.pages;

import io.casewright.platform.text.WordKey;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The words of the pages in the language of who reads them. */
@Component
public class Texts {

    private final MessageSource words;
    private final Translations german = Translations.read("de");

    Texts(MessageSource words) {
        this.words = words;
    }

    /** The words of this key in {@code words/pages.properties}. */
    public String of(String key, Object... values) {
        return words.getMessage(key, values, LocaleContextHolder.getLocale());
    }

    /** What a person calls what a program calls so. */
    public String of(Enum<?> name) {
        return of(WordKey.of(name));
    }

    /** The same for a name that is kept as text; a name that has no words is its own. */
    public String ofName(String kind, String name) {
        String asSentence = name.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
        return String.valueOf(words.getMessage(
                kind + "." + name,
                null,
                asSentence.isEmpty()
                        ? ""
                        : asSentence.substring(0, 1).toUpperCase(Locale.ROOT) + asSentence.substring(1),
                LocaleContextHolder.getLocale()));
    }

    /** What a form, a model or a use case says in English, in the reader's language; in English where that is not known. */
    public String said(String english) {
        return said(LocaleContextHolder.getLocale(), english);
    }

    /** The same for templates. */
    public @Nullable String said(@Nullable String english, Locale language) {
        return english == null ? null : said(language, english);
    }

    private String said(Locale language, String english) {
        return language.getLanguage().equals(Locale.GERMAN.getLanguage()) ? german.of(english) : english;
    }
}
