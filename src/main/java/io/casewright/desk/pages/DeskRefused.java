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

    static DeskRefused noSuchCustomer() {
        return new DeskRefused(
                HttpStatus.NOT_FOUND,
                "No such customer",
                "There is no such customer or contact. The list of customers shows all there are.");
    }

    static DeskRefused noSuchCase(String number) {
        return new DeskRefused(
                HttpStatus.NOT_FOUND,
                "No such case",
                "There is no case %s. Look for it in the lists of the Desk.".formatted(number));
    }

    static DeskRefused noSuchEntry() {
        return new DeskRefused(
                HttpStatus.NOT_FOUND,
                "No such entry",
                "There is no such time on this case. Its page shows all there is.");
    }

    static DeskRefused noSuchImport() {
        return new DeskRefused(
                HttpStatus.NOT_FOUND,
                "No such list any more",
                "The list was applied, or handed in more than a day ago. Hand it in again to see what it would change.");
    }

    static DeskRefused noSuchCertificate() {
        return new DeskRefused(
                HttpStatus.NOT_FOUND,
                "No such certificate",
                "There is no certificate of this number. The list of certificates shows all there are.");
    }

    static DeskRefused onlyForErasures() {
        return new DeskRefused(
                HttpStatus.FORBIDDEN,
                "Only duty managers and auditors read certificates",
                "Your login does not let you see what was erased. Ask somebody with the role duty manager or auditor.");
    }

    static DeskRefused onlyDutyManagers() {
        return new DeskRefused(
                HttpStatus.FORBIDDEN,
                "Only a duty manager changes customers",
                "Your login lets you look at customers, not change them. Ask somebody with the role duty manager.");
    }

    HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }
}
