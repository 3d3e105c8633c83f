package io.casewright.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Says no to a program in the same shape as every other refusal. */
@Component
class ProblemAnswers implements AccessDeniedHandler {

    private final ObjectMapper json;

    ProblemAnswers(ObjectMapper json) {
        this.json = json;
    }

    AuthenticationEntryPoint asksFor(String scheme) {
        return (request, response, failure) -> refuse(response, scheme);
    }

    void refuse(HttpServletResponse response, String scheme) throws IOException {
        refuse(response, scheme, "Valid credentials are needed.");
    }

    void refuse(HttpServletResponse response, String scheme, String reason) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, scheme);
        write(response, HttpStatus.UNAUTHORIZED, "unauthorized", reason);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        String reason = failure instanceof AuthorizationDeniedException denied
                        && denied.getAuthorizationResult() instanceof ApiRights.Refusal refusal
                ? refusal.reason()
                : "These credentials do not allow this request.";
        write(response, HttpStatus.FORBIDDEN, "forbidden", reason);
    }

    void write(HttpServletResponse response, HttpStatus status, String problem, String detail) throws IOException {
        Problems.write(response, json, Problems.of(status, problem, detail));
    }
}
