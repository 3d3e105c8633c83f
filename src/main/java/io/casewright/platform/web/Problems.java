package io.casewright.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/** Builds the problem details of this interface: type, title and, where fields are at fault, one entry per field. */
public final class Problems {

    private Problems() {}

    /** One field (or header, or parameter) at fault, and what would be right. */
    record FieldError(String field, String message) {}

    /** @param problem its kind, the last part of its type */
    public static ProblemDetail of(HttpStatusCode status, String problem, String detail) {
        var body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create("urn:casewright:problem:" + problem));
        return body;
    }

    static ProblemDetail ofFields(HttpStatusCode status, String problem, List<FieldError> errors) {
        String detail = errors.size() == 1
                ? errors.getFirst().field() + ": " + errors.getFirst().message()
                : "%d fields need attention, see errors.".formatted(errors.size());
        var body = of(status, problem, detail);
        body.setProperty("errors", errors);
        return body;
    }

    /** Answers where no handler of requests has come to yet. */
    public static void write(HttpServletResponse response, ObjectMapper json, ProblemDetail problem)
            throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }

    static ProblemDetail bodyTooLarge(long limit) {
        return of(
                HttpStatus.PAYLOAD_TOO_LARGE,
                "body-too-large",
                "The body is larger than %d bytes. Shorten the text, and send fewer or smaller files at once."
                        .formatted(limit));
    }
}
