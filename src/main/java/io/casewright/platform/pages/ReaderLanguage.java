package io.casewright.platform.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;

/** The language of who reads a page: the one that its link names, else what the person chose, else what the browser asks for, else English. */
class ReaderLanguage extends CookieLocaleResolver {

    /** The languages that pages are written in; the first one is that of whoever asks for none of them. */
    static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN);

    static final String COOKIE = "language";

    private static final LocaleContext OF_PROGRAMS = new SimpleLocaleContext(Locale.ENGLISH);

    ReaderLanguage() {
        super(COOKIE);
        setCookieMaxAge(Duration.ofDays(365));
        setCookieHttpOnly(true);
        setCookieSameSite("Lax");
        var browser = new AcceptHeaderLocaleResolver();
        browser.setSupportedLocales(SPOKEN);
        browser.setDefaultLocale(SPOKEN.getFirst());
        setDefaultLocaleFunction(browser::resolveLocale);
    }

    /** Null when no page is written in it. */
    static @Nullable Locale spoken(String tag) {
        return SPOKEN.stream()
                .filter(language -> language.toLanguageTag().equals(tag))
                .findFirst()
                .orElse(null);
    }

    @Override
    protected @Nullable Locale parseLocaleValue(String tag) {
        return spoken(tag);
    }

    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        if (isOfAProgram(request)) {
            return OF_PROGRAMS;
        }
        var linked = ofLink(request);
        return linked == null ? super.resolveLocaleContext(request) : new SimpleLocaleContext(linked);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Objects.requireNonNull(resolveLocaleContext(request).getLocale());
    }

    /** The language that a link names, as in letters to customers; null when it names none. */
    private static @Nullable Locale ofLink(HttpServletRequest request) {
        // Not by the parameters: those of a body are not read before its time.
        String query = request.getQueryString();
        String named = query == null
                ? null
                : UriComponentsBuilder.newInstance()
                        .query(query)
                        .build()
                        .getQueryParams()
                        .getFirst("language");
        return named == null ? null : spoken(named);
    }

    /** The interface for programs has one language. */
    private static boolean isOfAProgram(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }
}
