package io.casewright.desk.pages;

import org.springframework.http.HttpStatus;

/** A page that cannot be shown, for a reason the reader can act on. */
final class DeskRefused extends RuntimeException {

    private final HttpStatus status;
    private final String title;

    private DeskRefused(HttpStatus status, String title, String reason) {
        super(reason);
        this.status = status;
        this.title = title;
    }

    static DeskRefused address(String parameter, String remedy) {
        return new DeskRefused(
                HttpStatus.BAD_REQUEST,
                "This address does not work",
                "The parameter " + parameter + " " + remedy + ".");
    }

    static DeskRefused noSuchTask(long id) {
        return new DeskRefused(
                HttpStatus.NOT_FOUND,
                "No such task",
                "There is no task " + id + ". The lists of the Desk show all there are.");
    }

    HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }
}
