package io.casewright.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what was refused before it came to any page or interface, in our words and not in those of what refused it. */
@RestController
class ErrorAnswers implements ErrorController {

    @RequestMapping(path = "${server.error.path:/error}", produces = MediaType.ALL_VALUE)
    ResponseEntity<ProblemDetail> answer(HttpServletRequest request) {
        var status = statusOf(request);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.of(
                        status,
                        status.is4xxClientError() ? "invalid-request" : "internal-error",
                        status.is4xxClientError()
                                ? "The request is not understood. See its address and its headers."
                                : "The request could not be completed. Repeat it in a moment."));
    }

    private static HttpStatus statusOf(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : null;
        // Whoever asks for this address itself asks for nothing that there is.
        return status == null ? HttpStatus.NOT_FOUND : status;
    }
}
