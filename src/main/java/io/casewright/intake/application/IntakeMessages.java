package io.casewright.intake.application;

/** Names of the messages about mails, as written in the models. */
public final class IntakeMessages {

    public static final String SET_ASIDE = "intake.mailSetAside";

    private IntakeMessages() {}
}
