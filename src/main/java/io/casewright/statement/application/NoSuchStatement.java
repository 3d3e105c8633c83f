package io.casewright.statement.application;

/** There is no statement of this id. The message is for who asked. */
public class NoSuchStatement extends RuntimeException {

    NoSuchStatement(long id) {
        super("There is no statement %d.".formatted(id));
    }
}
