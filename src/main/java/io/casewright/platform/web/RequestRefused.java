package io.casewright.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A request that cannot be granted, for a reason the caller can act on. Becomes a problem detail. */
public class RequestRefused extends RuntimeException {

    private final HttpStatus status;
    private final String problem;
    private final @Nullable String field;

    private RequestRefused(HttpStatus status, String problem, @Nullable String field, String detail) {
        super(detail);
        this.status = status;
        this.problem = problem;
        this.field = field;
    }

    /** A field has a value that is well formed but means nothing here (422). */
    public static RequestRefused unknown(String problem, String field, String detail) {
        return new RequestRefused(HttpStatus.UNPROCESSABLE_ENTITY, problem, field, detail);
    }

    /** A field or header is missing or malformed (400). */
    public static RequestRefused invalid(String field, String detail) {
        return new RequestRefused(HttpStatus.BAD_REQUEST, "invalid-request", field, detail);
    }

    /** What the address names does not exist (404). */
    public static RequestRefused notFound(String detail) {
        return new RequestRefused(HttpStatus.NOT_FOUND, "not-found", null, detail);
    }

    /** The caller may not do this (403). */
    public static RequestRefused forbidden(String detail) {
        return new RequestRefused(HttpStatus.FORBIDDEN, "forbidden", null, detail);
    }

    /** The request contradicts the present state (409). */
    public static RequestRefused conflict(String problem, String detail) {
        return new RequestRefused(HttpStatus.CONFLICT, problem, null, detail);
    }

    HttpStatus status() {
        return status;
    }

    String problem() {
        return problem;
    }

    @Nullable
    String field() {
        return field;
    }
}
