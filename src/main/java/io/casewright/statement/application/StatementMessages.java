package io.casewright.statement.application;

/** Names of the messages about statements, as written in the models. */
public final class StatementMessages {

    public static final String PROPOSED = "statement.proposed";

    private StatementMessages() {}
}
