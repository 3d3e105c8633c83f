package io.casewright.casefile.application;

/** Names of the messages of the process support-case, as written in its model. */
public final class CaseMessages {

    public static final String REQUEST_RECEIVED = "casefile.requestReceived";
    public static final String CUSTOMER_ANSWERED = "casefile.customerAnswered";
    public static final String REQUEST_WITHDRAWN = "casefile.requestWithdrawn";

    private CaseMessages() {}
}
