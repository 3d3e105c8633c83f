package io.casewright.platform.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Gives pages their language and its words, and makes the choice of it known to templates as {@code languages}. */
@Configuration(proxyBeanMethods = false)
class PageLanguages implements WebMvcConfigurer, HandlerInterceptor {

    /** Where the words of the pages stand, by key. */
    static final String WORDS = "words/pages";

    @Bean
    static LocaleResolver localeResolver() {
        return new ReaderLanguage();
    }

    @Bean
    static MessageSource messageSource() {
        var words = new ResourceBundleMessageSource();
        words.setBasename(WORDS);
        words.setDefaultEncoding(StandardCharsets.UTF_8.name());
        words.setFallbackToSystemLocale(false);
        return words;
    }

    /**
     * The languages of this page.
     *
     * @param here its address, to come back to
     */
    public record Languages(String here, List<Choice> choices) {}

    /** One language, by its own name. */
    public record Choice(String tag, String name, boolean isChosen) {}

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/api/**", "/actuator/**");
    }

    /** Only what can be asked for once more can be read in another language. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (HttpMethod.GET.matches(request.getMethod())) {
            var now = RequestContextUtils.getLocale(request);
            request.setAttribute("languages", new Languages(addressOf(request), choices(now)));
        }
        return true;
    }

    private static String addressOf(HttpServletRequest request) {
        return request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }

    private static List<Choice> choices(Locale now) {
        return ReaderLanguage.SPOKEN.stream()
                .map(language ->
                        new Choice(language.toLanguageTag(), language.getDisplayName(language), language.equals(now)))
                .toList();
    }
}
