package io.casewright.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.platform.web.Problems.FieldError;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses headers that nobody behind it can read, before anybody tries. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class HeaderFilter extends OncePerRequestFilter {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t]]");

    private final ObjectMapper json;

    HeaderFilter(ObjectMapper json) {
        this.json = json;
    }

    /** What is wrong with a header. */
    private record Fault(HttpStatus status, String header, String message) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var fault = faultOf(request);
        if (fault.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var error = new FieldError(fault.get().header(), fault.get().message());
        Problems.write(response, json, Problems.ofFields(fault.get().status(), "invalid-request", List.of(error)));
    }

    private static Optional<Fault> faultOf(HttpServletRequest request) {
        for (String name : Collections.list(request.getHeaderNames())) {
            if (CONTROL.matcher(name).find()
                    || Collections.list(request.getHeaders(name)).stream()
                            .anyMatch(value -> CONTROL.matcher(value).find())) {
                return Optional.of(new Fault(
                        HttpStatus.BAD_REQUEST,
                        CONTROL.matcher(name).replaceAll("?"),
                        "must not contain control characters"));
            }
        }
        return faultOfType(request.getContentType());
    }

    private static Optional<Fault> faultOfType(@Nullable String value) {
        if (value == null) {
            return Optional.empty();
        }
        MediaType type;
        try {
            type = MediaType.parseMediaType(value);
        } catch (InvalidMediaTypeException e) {
            return Optional.of(
                    new Fault(HttpStatus.BAD_REQUEST, "Content-Type", "is not a media type such as application/json"));
        }
        if (!type.isConcrete()) {
            return Optional.of(new Fault(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Content-Type", "must name one type, such as application/json"));
        }
        String boundary = type.getParameter("boundary");
        return type.getType().equals("multipart") && (boundary == null || boundary.isBlank())
                ? Optional.of(new Fault(HttpStatus.BAD_REQUEST, "Content-Type", "must name the boundary of the parts"))
                : Optional.empty();
    }
}
