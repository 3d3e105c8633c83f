package io.casewright.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.casewright.platform.database.DatabaseAway;
import io.casewright.platform.web.Problems.FieldError;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every refusal into a problem detail that names the field and the remedy, and shows nothing from inside. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final MultipartProperties parts;

    ProblemAdvice(MultipartProperties parts) {
        this.parts = parts;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RequestRefused refusal) {
        String detail = String.valueOf(refusal.getMessage());
        ProblemDetail body = refusal.field() == null
                ? Problems.of(refusal.status(), refusal.problem(), detail)
                : Problems.ofFields(
                        refusal.status(), refusal.problem(), List.of(new FieldError(refusal.field(), detail)));
        return ResponseEntity.status(refusal.status()).body(body);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> changedMeanwhile(ConcurrencyFailureException e) {
        return DatabaseAway.isToldBy(e) ? databaseAway(e) : overtaken();
    }

    private static ResponseEntity<ProblemDetail> overtaken() {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .body(Problems.of(
                        HttpStatus.CONFLICT,
                        "changed-meanwhile",
                        "Somebody changed the case at the same moment. Read it again and repeat the request."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> brokenParts(MultipartException e) {
        return ResponseEntity.badRequest()
                .body(Problems.ofFields(
                        HttpStatus.BAD_REQUEST,
                        "invalid-request",
                        List.of(new FieldError("body", "is not made of parts as its Content-Type says"))));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return handleExceptionInternal(
                e,
                Problems.bodyTooLarge(parts.getMaxRequestSize().toBytes()),
                headers,
                HttpStatus.PAYLOAD_TOO_LARGE,
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongParameter(MethodArgumentTypeMismatchException e) {
        var error = new FieldError(e.getName(), "has a value that is not allowed here" + allowed(e.getRequiredType()));
        return ResponseEntity.badRequest()
                .body(Problems.ofFields(HttpStatus.BAD_REQUEST, "invalid-request", List.of(error)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception e) {
        if (DatabaseAway.isToldBy(e)) {
            return databaseAway(e);
        }
        if (DatabaseAway.tellsOfARace(e)) {
            return overtaken();
        }
        log.error("A request failed", e);
        return ResponseEntity.internalServerError()
                .body(Problems.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal-error",
                        "The request could not be completed. Repeating it with the same Idempotency-Key is safe."));
    }

    private static ResponseEntity<ProblemDetail> databaseAway(Exception e) {
        log.warn("A request was put off, the database cannot be had: {}", DatabaseAway.reason(e));
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "" + DatabaseAway.TRY_AGAIN_AFTER.toSeconds())
                .body(Problems.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "unavailable",
                        "The database does not answer now, or others are changing the same. Repeat the request in a moment;"
                                + " with the same Idempotency-Key that is safe."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldError> errors = e.getBindingResult().getFieldErrors().stream()
                .map(error -> new FieldError(error.getField(), String.valueOf(error.getDefaultMessage())))
                .distinct()
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList();
        return handleExceptionInternal(
                e, Problems.ofFields(status, "invalid-request", errors), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyLimitFilter.BodyTooLarge tooLarge) {
                return handleExceptionInternal(
                        e, Problems.bodyTooLarge(tooLarge.limit()), headers, HttpStatus.PAYLOAD_TOO_LARGE, request);
            }
        }
        var error = e.getCause() instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                        && !(mapping.getCause() instanceof StreamReadException)
                ? JsonFaults.ofField(mapping)
                : new FieldError("body", brokenJson(e.getCause()));
        return handleExceptionInternal(
                e, Problems.ofFields(status, "invalid-request", List.of(error)), headers, status, request);
    }

    private static String brokenJson(@Nullable Throwable cause) {
        if (cause instanceof JsonProcessingException json && json.getLocation() != null) {
            return "is not valid JSON at line %d, column %d"
                    .formatted(
                            json.getLocation().getLineNr(), json.getLocation().getColumnNr());
        }
        return "is missing or not valid JSON";
    }

    private static String allowed(@Nullable Class<?> type) {
        return type != null && type.isEnum() ? ", use one of " + JsonFaults.names(type) : "";
    }
}
