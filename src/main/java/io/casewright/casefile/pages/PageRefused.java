package io.casewright.casefile.pages;

import org.springframework.http.HttpStatus;

/** A page that cannot be shown, for a reason the reader can act on. */
final class PageRefused extends RuntimeException {

    private final HttpStatus status;

    private PageRefused(HttpStatus status, String reason) {
        super(reason);
        this.status = status;
    }

    static PageRefused noSuchCase(String number) {
        return new PageRefused(
                HttpStatus.NOT_FOUND, "There is no case " + number + ". Case numbers look like CW-2026-000001.");
    }

    static PageRefused parameter(String name, String remedy) {
        return new PageRefused(HttpStatus.BAD_REQUEST, "The parameter " + name + " " + remedy + ".");
    }

    HttpStatus status() {
        return status;
    }
}
