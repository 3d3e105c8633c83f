package io.casewright.platform.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** Takes the language that a person chose for the pages. */
@Controller
class LanguageController {

    private static final URI START = URI.create("/");

    private final LocaleResolver languages;

    LanguageController(LocaleResolver languages) {
        this.languages = languages;
    }

    /** Keeps the choice in the person's browser, and leads back to the page it was made on. */
    @PostMapping("/language")
    ResponseEntity<Void> choose(
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String from,
            HttpServletRequest request,
            HttpServletResponse response) {
        var chosen = ReaderLanguage.spoken(language);
        if (chosen != null) {
            languages.setLocale(request, response, chosen);
        }
        return ResponseEntity.status(HttpStatus.FOUND).location(pageOf(from)).build();
    }

    /** Never leads to another host, whatever comes in. */
    private static URI pageOf(String address) {
        try {
            var page = URI.create(address);
            return address.startsWith("/") && page.getRawAuthority() == null && !page.isAbsolute() ? page : START;
        } catch (IllegalArgumentException e) {
            return START;
        }
    }
}
