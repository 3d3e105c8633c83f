package io.casewright.testkit;

import io.casewright.casefile.application.CaseRequest;
import io.casewright.casefile.application.CaseRequest.ContactPerson;
import io.casewright.casefile.domain.Severity;

/** Requests with sensible defaults. */
public final class ARequest {

    private ARequest() {}

    public static CaseRequest aRequest() {
        return from("contoso.example", "it@contoso.example");
    }

    public static CaseRequest about(String product, String subject, String description) {
        return new CaseRequest(
                "contoso.example",
                new ContactPerson("Ida Toivonen", "it@contoso.example", null),
                subject,
                description,
                product,
                null,
                null,
                Severity.CRITICAL,
                null,
                3,
                null,
                null);
    }

    public static CaseRequest from(String customer, String email) {
        return new CaseRequest(
                customer,
                new ContactPerson("Ida Toivonen", email, null),
                "Mail to one partner bounces",
                "Since this morning every mail to our tax adviser comes back.",
                "Exchange Online",
                null,
                null,
                Severity.CRITICAL,
                null,
                3,
                null,
                null);
    }
}
