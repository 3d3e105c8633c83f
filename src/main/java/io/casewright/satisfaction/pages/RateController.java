package io.casewright.satisfaction.pages;

import io.casewright.satisfaction.application.TakeRating;
import io.casewright.satisfaction.application.TakeRating.Behind;
import io.casewright.satisfaction.application.TakeRating.Door;
import io.casewright.satisfaction.domain.Rating;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where the link of a letter leads. It needs no login: whoever has the letter may answer, once. */
@Controller
class RateController {

    private final TakeRating takeRating;

    RateController(TakeRating takeRating) {
        this.takeRating = takeRating;
    }

    @GetMapping("/rate/{token}")
    ModelAndView open(@PathVariable String token) {
        var behind = takeRating.look(token);
        return behind.door() == Door.OPEN ? form(behind, HttpStatus.OK, null, null, "") : notice(behind);
    }

    @PostMapping("/rate/{token}")
    ModelAndView rate(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String rating,
            @RequestParam(defaultValue = "") String comment) {
        Integer stars = starsOf(rating);
        var fault = Rating.faultOf(stars, comment);
        if (fault.isPresent()) {
            var behind = takeRating.look(token);
            return behind.door() == Door.OPEN
                    ? form(behind, HttpStatus.UNPROCESSABLE_ENTITY, fault.get(), stars, comment)
                    : notice(behind);
        }
        var behind = takeRating.take(token, new Rating(Objects.requireNonNull(stars), comment));
        return behind.door() == Door.OPEN
                ? new ModelAndView("satisfaction/notice", Map.of("key", "thanks"))
                : notice(behind);
    }

    private static @Nullable Integer starsOf(@Nullable String rating) {
        return rating != null && rating.matches("[1-5]") ? Integer.valueOf(rating) : null;
    }

    private static ModelAndView form(
            Behind behind, HttpStatus status, Rating.@Nullable Fault fault, @Nullable Integer stars, String comment) {
        return new ModelAndView("satisfaction/rate", status)
                .addObject("number", behind.caseNumber())
                .addObject("fault", fault == null ? null : fault.name())
                .addObject("stars", stars)
                .addObject("comment", comment);
    }

    private static ModelAndView notice(Behind behind) {
        return new ModelAndView(
                "satisfaction/notice",
                Map.of(
                        "key",
                        switch (behind.door()) {
                            case USED -> "used";
                            case EXPIRED -> "expired";
                            case UNKNOWN, OPEN -> "unknown";
                        }),
                behind.door() == Door.UNKNOWN ? HttpStatus.NOT_FOUND : HttpStatus.GONE);
    }
}
