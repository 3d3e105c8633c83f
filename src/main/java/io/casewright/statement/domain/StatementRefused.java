package io.casewright.statement.domain;

/** What somebody wants of a statement is not possible as it stands. The message is for that person. */
public class StatementRefused extends RuntimeException {

    public StatementRefused(String message) {
        super(message);
    }
}
