package io.casewright.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Tells a person in the way in one sentence what is the matter, before any controller is reached. */
@Component
class Notices {

    static final String TEMPLATE = "access/notice";

    private final ThymeleafViewResolver views;
    private final LocaleResolver languages;

    Notices(ThymeleafViewResolver views, LocaleResolver languages) {
        this.languages = languages;
        this.views = views;
    }

    /**
     * What a person reads.
     *
     * @param link where to go on
     * @param person who is logged in and may log out; null when nobody is
     */
    record Notice(
            String title,
            String reason,
            String link,
            String linkText,
            @Nullable Person person) {}

    void show(HttpServletRequest request, HttpServletResponse response, HttpStatus status, Notice notice) {
        response.setStatus(status.value());
        render(request, response, TEMPLATE, model(notice));
    }

    /** Sends a browser on by a page of its own: form-action lets a form lead to no other host, not even by a redirect. */
    void sendOn(HttpServletRequest request, HttpServletResponse response, String address) {
        render(request, response, "access/onward", Map.of("address", address));
    }

    static Map<String, Object> model(Notice notice) {
        var model = new HashMap<String, Object>();
        model.put("notice", notice);
        return model;
    }

    private void render(
            HttpServletRequest request, HttpServletResponse response, String template, Map<String, Object> model) {
        try {
            var view = views.resolveViewName(template, languages.resolveLocale(request));
            if (view == null) {
                throw new IllegalStateException("There is no template " + template);
            }
            view.render(model, request, response);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The page " + template + " cannot be shown", e);
        }
    }
}
