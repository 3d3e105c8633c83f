package io.casewright.casefile.application;

/** Names of the messages of a case's processes, as written in their models. */
public final class CaseMessages {

    public static final String REQUEST_RECEIVED = "casefile.requestReceived";
    public static final String CASE_REOPENED = "casefile.caseReopened";
    public static final String CUSTOMER_WROTE = "casefile.customerWrote";
    public static final String MESSAGE_ADDED = "casefile.messageAdded";
    public static final String READING_OVER = "casefile.readingOver";
    public static final String CUSTOMER_REPLIED = "casefile.customerReplied";
    public static final String SEVERITY_CHANGED = "casefile.severityChanged";
    public static final String KNOWN_ISSUE_LINKED = "casefile.knownIssueLinked";
    public static final String KNOWN_ISSUE_OVER = "casefile.knownIssueOver";
    public static final String CUSTOMER_ANSWERED = "casefile.customerAnswered";
    public static final String ACCESS_NOT_NEEDED = "casefile.accessNotNeeded";
    public static final String REQUEST_WITHDRAWN = "casefile.requestWithdrawn";

    private CaseMessages() {}
}
