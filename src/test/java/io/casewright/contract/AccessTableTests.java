package io.casewright.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.localstack.identity.DemoPerson;
import io.casewright.localstack.identity.DemoProgram;
import io.casewright.promise.application.ReadPromises;
import io.casewright.testkit.ARequest;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.DeskTest;
import io.casewright.testkit.LoggedIn;
import io.casewright.testkit.TaskDesk;
import io.casewright.testkit.TaskDesk.Waiting;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who gets what answer at each address: one case of a customer of a reseller, and everybody who may come. Written by hand; an address
 * that is not in it fails the build.
 */
@DeskTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTableTests {

    /** The stranger is another customer's program, the dashboard has no scope but that to read, the house's program reaches all. */
    private static final String PROGRAMS = """
            address                               | nobody | stranger | dashboard | portal | reseller | house | roleless
            GET /api/v1/plans/{plan}              | 200    | 200      | 200       | 200    | 200      | 200   | 200
            GET /api/v1/plans/{plan}/told         | 401    | 403      | 403       | 403    | 403      | 200   | 403
            GET /api/v1/cases                     | 401    | 200      | 200       | 200    | 200      | 200   | 403
            GET /api/v1/cases/{number}            | 401    | 404      | 200       | 200    | 200      | 200   | 403
            GET /api/v1/cases/{number}/timeline   | 401    | 404      | 200       | 200    | 200      | 200   | 403
            GET /api/v1/cases/{number}/attachments | 401   | 404      | 200       | 200    | 200      | 200   | 403
            GET /api/v1/cases/{number}/attachments/{id} | 401 | 404   | 404       | 404    | 404      | 404   | 403
            GET /api/v1/cases/{number}/messages   | 401    | 404      | 200       | 200    | 200      | 200   | 403
            GET /api/v1/cases/{number}/messages/{message} | 401 | 404 | 404     | 404    | 404      | 404   | 403
            GET /api/v1/cases/{number}/participants | 401  | 404      | 200       | 200    | 200      | 200   | 403
            GET /api/v1/cases/{number}/promises   | 401    | 404      | 200       | 200    | 200      | 200   | 403
            GET /api/v1/cases/{number}/promises/{promise}/explanation | 401 | 404 | 200 | 200 | 200   | 200   | 403
            GET /api/v1/cases/{number}/charges      | 401  | 403      | 403       | 403    | 403      | 200   | 403
            GET /api/v1/cases/{number}/time-entries | 401  | 403      | 403       | 403    | 403      | 200   | 403
            GET /api/v1/cases/{number}/minutes    | 401    | 404      | 200       | 200    | 200      | 200   | 403
            GET /api/v1/customers/{customer}/prepaid-hours | 401 | 404 | 200  | 200    | 200      | 200   | 403
            GET /api/v1/reports/minutes           | 401    | 403      | 403       | 403    | 403      | 200   | 403
            GET /api/v1/reports/standing          | 401    | 403      | 403       | 403    | 403      | 200   | 403
            GET /api/v1/reports/{report}          | 401    | 403      | 403       | 403    | 403      | 200   | 403
            GET /api/v1/customers/{customer}/statements | 401 | 404   | 200       | 200    | 200      | 200   | 403
            GET /api/v1/customers/{customer}/statements/{number} | 401 | 404 | 404 | 404   | 404      | 404   | 403
            GET /api/v1/customers/{customer}/statements/{number}.csv | 401 | 404 | 404 | 404 | 404    | 404   | 403
            POST /api/v1/customers/{customer}/statements/{number}/disputes | 401 | 404 | 403 | 404 | 404 | 404 | 403
            POST /api/v1/cases                    | 401    | 422      | 403       | 201    | 201      | 201   | 403
            POST /api/v1/cases/{number}/messages  | 401    | 404      | 403       | 201    | 201      | 201   | 403
            POST /api/v1/cases/{number}/participants | 401 | 404      | 403       | 422    | 422      | 422   | 403
            POST /api/v1/cases/{number}/participants/{id} | 401 | 404 | 403       | 404    | 404      | 404   | 403
            POST /api/v1/cases/{number}/severity  | 401    | 403      | 403       | 403    | 403      | 200   | 403
            POST /api/v1/cases/{number}/confirmation | 401 | 404      | 403       | 409    | 409      | 409   | 403
            POST /api/v1/cases/{number}/withdrawal | 401   | 404      | 403       | 200    | 200      | 200   | 403
            """;

    private static final String PEOPLE_AS_PROGRAMS = """
            address                               | agent | specialist | manager | owner | operations | auditor
            GET /api/v1/plans/{plan}              | 200   | 200        | 200     | 200   | 200        | 200
            GET /api/v1/plans/{plan}/told         | 200   | 200        | 200     | 200   | 200        | 200
            GET /api/v1/cases                     | 200   | 200        | 200     | 200   | 200        | 200
            GET /api/v1/cases/{number}            | 200   | 200        | 200     | 200   | 200        | 200
            GET /api/v1/cases/{number}/timeline   | 200   | 200        | 200     | 200   | 200        | 200
            GET /api/v1/cases/{number}/attachments | 200  | 200        | 200     | 200   | 200        | 200
            GET /api/v1/cases/{number}/attachments/{id} | 404 | 404    | 404     | 404   | 404        | 404
            GET /api/v1/cases/{number}/messages   | 200   | 200        | 200     | 200   | 200        | 200
            GET /api/v1/cases/{number}/messages/{message} | 404 | 404  | 404     | 404   | 404        | 404
            GET /api/v1/cases/{number}/participants | 200 | 200        | 200     | 200   | 200        | 200
            GET /api/v1/cases/{number}/promises   | 200   | 200        | 200     | 200   | 200        | 200
            GET /api/v1/cases/{number}/promises/{promise}/explanation | 200 | 200 | 200 | 200 | 200     | 200
            GET /api/v1/cases/{number}/minutes    | 200   | 200        | 200     | 200   | 200        | 200
            GET /api/v1/customers/{customer}/prepaid-hours | 200 | 200 | 200   | 200   | 200        | 200
            GET /api/v1/reports/minutes           | 403   | 403        | 200     | 200   | 403        | 403
            GET /api/v1/reports/standing          | 403   | 403        | 200     | 200   | 403        | 403
            GET /api/v1/reports/{report}          | 403   | 403        | 200     | 200   | 403        | 403
            GET /api/v1/customers/{customer}/statements | 403 | 403    | 200     | 200   | 403        | 403
            GET /api/v1/customers/{customer}/statements/{number} | 403 | 403 | 404 | 404  | 403        | 403
            GET /api/v1/customers/{customer}/statements/{number}.csv | 403 | 403 | 404 | 404 | 403     | 403
            POST /api/v1/customers/{customer}/statements/{number}/disputes | 404 | 404 | 404 | 403 | 403 | 403
            POST /api/v1/cases                    | 201   | 201        | 201     | 403   | 403        | 403
            POST /api/v1/cases/{number}/messages  | 201   | 201        | 201     | 403   | 403        | 403
            POST /api/v1/cases/{number}/participants | 422 | 422       | 422     | 403   | 403        | 403
            POST /api/v1/cases/{number}/participants/{id} | 404 | 404  | 404     | 403   | 403        | 403
            POST /api/v1/cases/{number}/severity  | 200   | 200        | 200     | 403   | 403        | 403
            POST /api/v1/cases/{number}/confirmation | 409 | 409       | 409     | 403   | 403        | 403
            POST /api/v1/cases/{number}/withdrawal | 200  | 200        | 200     | 403   | 403        | 403
            """;

    /** A form of a customer without its version is as old as can be. A program's token opens no page, one that is no token not even a probe, and the agent works in another queue than that of the task. Where the answer is the same for who may not act, it says so in words; what counts is that nothing changes. */
    private static final String PAGES = """
            address                               | nobody | house | agent | specialist | manager | owner | operations | auditor | roleless
            GET /                                 | 302    | 302   | 302   | 302        | 302     | 302   | 302        | 302     | 403
            GET /cases                            | 302    | 302   | 200   | 200        | 200     | 200   | 200        | 200     | 403
            GET /cases/{number}                   | 302    | 302   | 200   | 200        | 200     | 200   | 200        | 200     | 403
            GET /cases/{number}/files/{id}        | 302    | 302   | 404   | 404        | 404     | 404   | 404        | 404     | 403
            GET /models/{id}.bpmn                 | 302    | 302   | 200   | 200        | 200     | 200   | 200        | 200     | 403
            GET /desk                             | 302    | 302   | 302   | 302        | 302     | 302   | 302        | 302     | 403
            GET /desk/rows                        | 302    | 302   | 200   | 200        | 200     | 200   | 200        | 200     | 403
            GET /desk/tasks/{id}                  | 302    | 302   | 200   | 200        | 200     | 200   | 200        | 200     | 403
            GET /desk/tasks/{id}/form             | 302    | 302   | 200   | 200        | 200     | 200   | 200        | 200     | 403
            GET /desk/cases/{number}/conversation | 302    | 302   | 200   | 200        | 200     | 200   | 200        | 200     | 403
            POST /desk/cases/{number}/links/withdrawal | 401 | 401 | 302 | 302      | 302     | 302   | 302        | 302     | 403
            POST /desk/cases/{number}/participants | 401   | 401   | 302   | 302        | 302     | 302   | 302        | 302     | 403
            POST /desk/cases/{number}/participants/{id} | 401 | 401 | 302 | 302        | 302     | 302   | 302        | 302     | 403
            GET /desk/cases/{number}/time         | 302    | 302   | 200   | 200        | 200     | 200   | 200        | 200     | 403
            GET /desk/questions                   | 302    | 302   | 200   | 200        | 200     | 200   | 200        | 200     | 403
            GET /desk/on-call                     | 302    | 302   | 200   | 200        | 200     | 200   | 200        | 200     | 403
            GET /desk/mails                       | 302    | 302   | 200   | 200        | 200     | 200   | 200        | 200     | 403
            GET /desk/mails/{mail}                | 302    | 302   | 404   | 404        | 404     | 404   | 404        | 404     | 403
            GET /desk/mails/{mail}.eml            | 302    | 302   | 404   | 404        | 404     | 404   | 404        | 404     | 403
            GET /desk/opening-hours               | 302    | 302   | 200   | 200        | 200     | 200   | 200        | 200     | 403
            GET /desk/opening-hours/{whose}       | 302    | 302   | 200   | 200        | 200     | 200   | 200        | 200     | 403
            POST /desk/opening-hours/{whose}      | 401    | 401   | 403   | 403        | 403     | 422   | 403        | 403     | 403
            POST /desk/opening-hours/{whose}/removal | 401 | 401   | 403   | 403        | 403     | 302   | 403        | 403     | 403
            GET /desk/promises                    | 302    | 302   | 200   | 200        | 200     | 200   | 200        | 200     | 403
            GET /desk/events                      | 302    | 302   | 200   | 200        | 200     | 200   | 200        | 200     | 403
            GET /desk/contacts                    | 302    | 302   | 200   | 200        | 200     | 200   | 200        | 200     | 403
            GET /desk/calls/new                   | 302    | 302   | 200   | 200        | 200     | 200   | 200        | 200     | 403
            GET /desk/calls/{number}              | 302    | 302   | 302   | 302        | 302     | 302   | 302        | 302     | 403
            GET /actuator/health/liveness         | 200    | 401   | 200   | 200        | 200     | 200   | 200        | 200     | 200
            GET /actuator/health/readiness        | 200    | 401   | 200   | 200        | 200     | 200   | 200        | 200     | 200
            GET /desk/customers                   | 302    | 302   | 200   | 200        | 200     | 200   | 200        | 200     | 403
            GET /desk/customers/import            | 302    | 302   | 403   | 403        | 200     | 403   | 403        | 403     | 403
            GET /desk/customers/import/{list}     | 302    | 302   | 403   | 403        | 404     | 403   | 403        | 403     | 403
            GET /desk/customers/new               | 302    | 302   | 403   | 403        | 200     | 403   | 403        | 403     | 403
            GET /desk/customers/{customer}        | 302    | 302   | 200   | 200        | 200     | 200   | 200        | 200     | 403
            GET /desk/customers/{customer}/prepaid-hours | 302 | 302 | 200 | 200       | 200     | 200   | 200        | 200     | 403
            POST /desk/customers/{customer}/prepaid-hours | 401 | 401 | 403 | 403      | 422     | 422   | 403        | 403     | 403
            GET /desk/customers/{customer}/change | 302    | 302   | 403   | 403        | 200     | 403   | 403        | 403     | 403
            GET /desk/customers/{customer}/sites/new | 302 | 302 | 403  | 403           | 200     | 403   | 403        | 403     | 403
            GET /desk/customers/{customer}/sites/{site} | 302 | 302 | 403 | 403         | 404     | 403   | 403        | 403     | 403
            GET /desk/customers/{customer}/contacts/new | 302 | 302 | 403  | 403        | 200     | 403   | 403        | 403     | 403
            GET /desk/customers/{customer}/contacts/{contact} | 302 | 302 | 403 | 403   | 200     | 403   | 403        | 403     | 403
            GET /desk/customers/{customer}/contacts/{contact}/personal-data | 302 | 302 | 403 | 403 | 200 | 403 | 403 | 403 | 403
            GET /desk/customers/{customer}/contacts/{contact}/personal-data/export.json | 302 | 302 | 403 | 403 | 200 | 403 | 403 | 403 | 403
            GET /desk/customers/{customer}/contacts/{contact}/personal-data/export.zip | 302 | 302 | 403 | 403 | 200 | 403 | 403 | 403 | 403
            GET /desk/erasures                    | 302    | 302   | 403   | 403        | 200     | 403   | 403        | 200     | 403
            GET /desk/erasures/{certificate}      | 302    | 302   | 403   | 403        | 404     | 403   | 403        | 404     | 403
            GET /desk/erasures/{certificate}/certificate.txt | 302 | 302 | 403 | 403  | 404     | 403   | 403        | 404     | 403
            GET /plans/{plan}                     | 200    | 200   | 200   | 200        | 200     | 200   | 200        | 200     | 200
            GET /desk/plans                       | 302    | 302   | 200   | 200        | 200     | 200   | 200        | 200     | 403
            GET /desk/plans/{plan}                | 302    | 302   | 200   | 200        | 200     | 200   | 200        | 200     | 403
            GET /desk/plans/{plan}/what-if        | 302    | 302   | 200   | 200        | 200     | 200   | 200        | 200     | 403
            GET /desk/plans/{plan}/draft          | 302    | 302   | 403   | 403        | 403     | 200   | 403        | 403     | 403
            POST /desk/plans                      | 401    | 401   | 403   | 403        | 403     | 422   | 403        | 403     | 403
            POST /desk/plans/{plan}/draft         | 401    | 401   | 403   | 403        | 403     | 409   | 403        | 403     | 403
            POST /desk/plans/{plan}/draft/file    | 401    | 401   | 403   | 403        | 403     | 422   | 403        | 403     | 403
            GET /rate/{token}                     | 404    | 404   | 404   | 404        | 404     | 404   | 404        | 404     | 404
            POST /rate/{token}                    | 404    | 404   | 404   | 404        | 404     | 404   | 404        | 404     | 404
            GET /my-case/{token}                  | 404    | 404   | 404   | 404        | 404     | 404   | 404        | 404     | 404
            GET /my-case/{token}/files/{id}       | 404    | 404   | 404   | 404        | 404     | 404   | 404        | 404     | 404
            POST /my-case/{token}/messages        | 404    | 404   | 404   | 404        | 404     | 404   | 404        | 404     | 404
            POST /my-case/{token}/answer          | 404    | 404   | 404   | 404        | 404     | 404   | 404        | 404     | 404
            GET /statements/{token}               | 404    | 404   | 404   | 404        | 404     | 404   | 404        | 404     | 404
            POST /statements/{token}              | 404    | 404   | 404   | 404        | 404     | 404   | 404        | 404     | 404
            GET /desk/statements                  | 302    | 302   | 403   | 403        | 200     | 200   | 403        | 403     | 403
            GET /desk/statements/{id}             | 302    | 302   | 403   | 403        | 404     | 404   | 403        | 403     | 403
            GET /desk/statements/{id}.csv         | 302    | 302   | 403   | 403        | 404     | 404   | 403        | 403     | 403
            GET /desk/statements/{id}.json        | 302    | 302   | 403   | 403        | 404     | 404   | 403        | 403     | 403
            POST /desk/statements                 | 401    | 401   | 403   | 403        | 422     | 422   | 403        | 403     | 403
            POST /desk/statements/{id}/proposal   | 401    | 401   | 403   | 403        | 404     | 404   | 403        | 403     | 403
            POST /desk/statements/{id}/lines      | 401    | 401   | 403   | 403        | 404     | 404   | 403        | 403     | 403
            POST /desk/statements/{id}/letter     | 401    | 401   | 403   | 403        | 404     | 404   | 403        | 403     | 403
            GET /desk/reports                     | 302    | 302   | 403   | 403        | 200     | 200   | 403        | 403     | 403
            GET /desk/reports/{report}            | 302    | 302   | 403   | 403        | 200     | 200   | 403        | 403     | 403
            GET /desk/reports/standing/audit-pack.csv | 302 | 302  | 403   | 403        | 200     | 200   | 403        | 403     | 403
            GET /desk/reports/{report}.csv        | 302    | 302   | 403   | 403        | 200     | 200   | 403        | 403     | 403
            GET /desk/reports/{report}/cases      | 302    | 302   | 403   | 403        | 200     | 200   | 403        | 403     | 403
            GET /desk/reports/{report}/cases.csv  | 302    | 302   | 403   | 403        | 200     | 200   | 403        | 403     | 403
            GET /logged-out                       | 200    | 200   | 200   | 200        | 200     | 200   | 200        | 200     | 200
            GET /operations                       | 302    | 302   | 403   | 403        | 403     | 403   | 200        | 200     | 403
            GET /operations/commands              | 302    | 302   | 403   | 403        | 403     | 403   | 200        | 200     | 403
            GET /operations/dead-letters          | 302    | 302   | 403   | 403        | 200     | 403   | 200        | 200     | 403
            POST /operations/dead-letters         | 401    | 401   | 403   | 403        | 302     | 403   | 302        | 403     | 403
            POST /operations/retries              | 401    | 401   | 403   | 403        | 403     | 403   | 302        | 403     | 403
            POST /desk/cases/{number}/conversation | 401   | 401   | 302   | 302        | 302     | 200   | 200        | 200     | 403
            POST /desk/cases/{number}/conversation/{letter}/back | 401 | 401 | 302 | 302 | 302     | 302   | 302        | 302     | 403
            POST /desk/cases/{number}/time        | 401    | 401   | 422   | 422        | 422     | 200   | 200        | 200     | 403
            POST /desk/cases/{number}/time/{entry}/correction | 401 | 401 | 404 | 404  | 404     | 404   | 404        | 404     | 403
            POST /desk/tasks                      | 401    | 401   | 302   | 302        | 302     | 302   | 302        | 302     | 403
            POST /language                        | 401    | 401   | 302   | 302        | 302     | 302   | 302        | 302     | 403
            POST /desk/tasks/{id}                 | 401    | 401   | 302   | 302        | 302     | 302   | 302        | 302     | 403
            POST /desk/on-call/shifts             | 401    | 401   | 302   | 302        | 302     | 302   | 302        | 302     | 403
            POST /desk/on-call/removal            | 401    | 401   | 302   | 302        | 302     | 302   | 302        | 302     | 403
            POST /desk/on-call/address            | 401    | 401   | 302   | 302        | 302     | 302   | 302        | 302     | 403
            POST /desk/on-call/acknowledgement    | 401    | 401   | 302   | 302        | 302     | 302   | 302        | 302     | 403
            POST /desk/promises/absence           | 401    | 401   | 302   | 302        | 302     | 302   | 302        | 302     | 403
            POST /desk/calls                      | 401    | 401   | 422   | 422        | 422     | 200   | 200        | 200     | 403
            POST /desk/customers                  | 401    | 401   | 403   | 403        | 422     | 403   | 403        | 403     | 403
            POST /desk/customers/import           | 401    | 401   | 403   | 403        | 422     | 403   | 403        | 403     | 403
            POST /desk/customers/import/partner-center | 401 | 401 | 403  | 403        | 422     | 403   | 403        | 403     | 403
            POST /desk/customers/import/{list}    | 401    | 401   | 403   | 403        | 404     | 403   | 403        | 403     | 403
            POST /desk/customers/{customer}       | 401    | 401   | 403   | 403        | 409     | 403   | 403        | 403     | 403
            POST /desk/customers/{customer}/closing | 401  | 401   | 403   | 403        | 409     | 403   | 403        | 403     | 403
            POST /desk/customers/{customer}/reopening | 401 | 401  | 403   | 403        | 409     | 403   | 403        | 403     | 403
            POST /desk/customers/{customer}/sites | 401 | 401   | 403   | 403           | 422     | 403   | 403        | 403     | 403
            POST /desk/customers/{customer}/sites/{site} | 401 | 401 | 403 | 403        | 404     | 403   | 403        | 403     | 403
            POST /desk/customers/{customer}/sites/{site}/closing | 401 | 401 | 403 | 403 | 404    | 403   | 403        | 403     | 403
            POST /desk/customers/{customer}/sites/{site}/reopening | 401 | 401 | 403 | 403 | 404  | 403   | 403        | 403     | 403
            POST /desk/customers/{customer}/measuring | 401 | 401 | 403 | 403           | 302     | 403   | 403        | 403     | 403
            POST /desk/customers/{customer}/contacts | 401 | 401   | 403   | 403        | 422     | 403   | 403        | 403     | 403
            POST /desk/customers/{customer}/contacts/{contact} | 401 | 401 | 403 | 403  | 409     | 403   | 403        | 403     | 403
            POST /desk/customers/{customer}/contacts/{contact}/closing | 401 | 401 | 403 | 403 | 409 | 403 | 403      | 403     | 403
            POST /desk/customers/{customer}/contacts/{contact}/reopening | 401 | 401 | 403 | 403 | 409 | 403 | 403    | 403     | 403
            POST /desk/customers/{customer}/contacts/{contact}/personal-data/erasure | 401 | 401 | 403 | 403 | 422 | 403 | 403 | 403 | 403
            POST /desk/customers/{customer}/contacts/{contact}/personal-data/holds | 401 | 401 | 403 | 403 | 422 | 403 | 403 | 403 | 403
            POST /desk/customers/{customer}/contacts/{contact}/personal-data/holds/{hold}/lifting | 401 | 401 | 403 | 403 | 302 | 403 | 403 | 403 | 403
            PUT /desk/tasks/{id}/draft            | 401    | 401   | 200   | 200        | 200     | 403   | 403        | 403     | 403
            DELETE /desk/tasks/{id}/draft         | 401    | 401   | 204   | 204        | 204     | 204   | 204        | 204     | 403
            POST /desk/tasks/{id}/completion      | 401    | 401   | 403   | 200        | 200     | 403   | 403        | 403     | 403
            POST /desk/tasks/{id}/presence        | 401    | 401   | 200   | 200        | 200     | 200   | 200        | 200     | 403
            DELETE /desk/tasks/{id}/presence      | 401    | 401   | 204   | 204        | 204     | 204   | 204        | 204     | 403
            """;

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("POST /api/v1/cases", """
            {"customer": "fabrikam.example", "contact": {"name": "Sara Lindqvist", "email": "it@fabrikam.example"},
             "subject": "Mail bounces", "description": "Every mail comes back."}"""),
            Map.entry("POST /api/v1/cases/{number}/messages", "{\"text\": \"It began at eight.\"}"),
            Map.entry("POST /api/v1/cases/{number}/severity", "{\"severity\": \"minimal\"}"),
            Map.entry("POST /api/v1/customers/{customer}/statements/{number}/disputes", """
            {"line": 1, "words": "Nobody worked.", "contact": {"name": "Sara Lindqvist", "email": "it@fabrikam.example"}}"""),
            Map.entry("POST /api/v1/cases/{number}/confirmation", "{\"resolved\": true}"),
            Map.entry("POST /api/v1/cases/{number}/withdrawal", "{}"),
            Map.entry("PUT /desk/tasks/{id}/draft", "{\"answers\": {}, \"form\": \"f\", \"shown\": \"s\"}"),
            Map.entry("POST /desk/tasks/{id}/completion", "{\"answers\": {}}"),
            Map.entry("POST /api/v1/cases/{number}/participants", "{\"email\": \"nobody@nowhere.example\"}"),
            Map.entry("POST /api/v1/cases/{number}/participants/{id}", "{\"state\": \"muted\"}"));

    private static final Map<String, Map<String, String>> PARAMETERS = Map.ofEntries(
            Map.entry("POST /desk/tasks", Map.of("action", "claim")),
            Map.entry("POST /desk/tasks/{id}", Map.of("action", "claim")),
            Map.entry("POST /desk/on-call/shifts", Map.of("queue", "technical", "login", "nobody-of-ours")),
            Map.entry("POST /desk/on-call/removal", Map.of("shift", "0")),
            Map.entry("POST /desk/on-call/address", Map.of("address", "none")),
            Map.entry("POST /desk/on-call/acknowledgement", Map.of("call", "0")),
            Map.entry("POST /desk/promises/absence", Map.of("login", "nobody-of-ours")),
            Map.entry("POST /desk/cases/{number}/participants/{id}", Map.of("state", "muted")),
            Map.entry("POST /desk/statements", Map.of("month", "2020-01")),
            Map.entry("POST /statements/{token}", Map.of("line", "1", "words", "Nobody worked.")),
            Map.entry("POST /rate/{token}", Map.of("rating", "5")),
            Map.entry("POST /desk/cases/{number}/conversation", Map.of("to", "colleagues", "text", "Who knows this?")),
            Map.entry("POST /desk/calls", Map.of("customer", "nobody.example")),
            Map.entry(
                    "POST /operations/dead-letters",
                    Map.of("crossing", "letters", "letter", "0", "action", "DISCARD")));

    @Autowired
    MockMvcTester http;

    @Autowired
    CaseDesk cases;

    @Autowired
    TaskDesk tasks;

    @Autowired
    ReadPromises promises;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping addresses;

    /** Who only reads may read what another read before. */
    private @Nullable CaseNumber number;

    private long task;

    record Cell(String address, String who, int status) {

        boolean isOfPages() {
            return !address.contains("/api/");
        }

        @Override
        public String toString() {
            return who + ": " + address + " -> " + status;
        }
    }

    static Stream<Cell> cells() {
        return Stream.of(PROGRAMS, PEOPLE_AS_PROGRAMS, PAGES).flatMap(AccessTableTests::cellsOf);
    }

    private static Stream<Cell> cellsOf(String table) {
        List<List<String>> rows = table.lines()
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .toList();
        var who = rows.getFirst();
        return rows.stream()
                .skip(1)
                .flatMap(row -> Stream.iterate(1, i -> i < row.size(), i -> i + 1)
                        .map(i -> new Cell(row.getFirst(), who.get(i), Integer.parseInt(row.get(i)))));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void eachGetsWhatTheTableSays(Cell cell) {
        if (number == null || !cell.address().startsWith("GET")) {
            number = cases.diagnosing(ARequest.from("fabrikam.example", "it@fabrikam.example"));
            task = tasks.open(Waiting.diagnosisOf(number));
        }
        var before = tasks.rowOf(task);
        assertThat(answer(cell, number.value(), task)).as("%s", cell).isEqualTo(cell.status());
        if (!Set.of("agent", "specialist", "manager").contains(cell.who())) {
            assertThat(tasks.rowOf(task)).isEqualTo(before);
        }
    }

    @Test
    void eachAddressIsInTheTable() {
        var known = cells().map(Cell::address).collect(Collectors.toCollection(TreeSet::new));
        var there = addresses.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("io.casewright"))
                .flatMap(entry -> entry.getKey().getMethodsCondition().getMethods().stream()
                        .flatMap(method -> entry.getKey().getPatternValues().stream()
                                .map(pattern -> method.name() + " " + pattern)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(there).isEqualTo(known);
    }

    private int answer(Cell cell, String number, long task) {
        String[] address = cell.address().split(" ");
        var request = http.method(HttpMethod.valueOf(address[0]))
                .uri(address[1]
                        .replace("{number}", number)
                        .replace(
                                "{promise}",
                                promises.of(new CaseNumber(number)).getFirst().id() + "")
                        // Fabrikam and who asks for it.
                        .replace("{customer}", cell.isOfPages() ? "4" : "fabrikam.example")
                        .replace("{contact}", "5")
                        .replace("{site}", "987654321")
                        .replace("{plan}", "2")
                        .replace("{whose}", "technical")
                        .replace("{list}", "0")
                        .replace("{hold}", "0")
                        .replace("{entry}", "0")
                        .replace("{mail}", "0")
                        .replace("{message}", "0")
                        .replace("{token}", "none")
                        .replace("{report}", "promises")
                        .replace("{letter}", "0")
                        .replace("{certificate}", "0")
                        .replace("{id}", address[1].startsWith("/models") ? "support-case" : "" + task))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .with(fromAnAddressOfItsOwn(cell))
                .with(who(cell));
        if (cell.isOfPages()) {
            request.with(csrf()).accept(MediaType.TEXT_HTML, MediaType.ALL);
        }
        if (BODIES.containsKey(cell.address())) {
            request.contentType(MediaType.APPLICATION_JSON).content(Objects.requireNonNull(BODIES.get(cell.address())));
        }
        PARAMETERS.getOrDefault(cell.address(), Map.of()).forEach(request::param);
        // News of the Desk go on for ever.
        return request.asyncExchange().getResponse().getStatus();
    }

    /** What comes from one address has a limit where no login is asked for. */
    private static RequestPostProcessor fromAnAddressOfItsOwn(Cell cell) {
        return request -> {
            request.setRemoteAddr("10.1.0." + Math.floorMod(cell.who().hashCode(), 250));
            return request;
        };
    }

    private static RequestPostProcessor who(Cell cell) {
        return switch (cell.who()) {
            case "nobody" -> request -> request;
            case "stranger" -> program(DemoProgram.CONTOSO_PORTAL);
            case "dashboard" -> program(DemoProgram.FABRIKAM_DASHBOARD);
            case "portal" -> program(DemoProgram.FABRIKAM_PORTAL);
            case "reseller" -> program(DemoProgram.RESELLER_PORTAL);
            case "house" -> cell.isOfPages() ? AccessTableTests::withAToken : program(DemoProgram.PARTNER_PORTAL);
            case "roleless" -> person(cell, Map.of("sub", "somebody", "preferred_username", "somebody"));
            default -> person(cell, DemoPerson.of(cell.who()).orElseThrow().claims());
        };
    }

    private static RequestPostProcessor person(Cell cell, Map<String, Object> claims) {
        return cell.isOfPages() ? LoggedIn.withClaims(claims) : token(claims);
    }

    /** On pages it is only a header, which nobody reads there. */
    private static MockHttpServletRequest withAToken(MockHttpServletRequest request) {
        request.addHeader(HttpHeaders.AUTHORIZATION, "Bearer any");
        return request;
    }

    private static RequestPostProcessor program(DemoProgram program) {
        return token(program.claimsWithScopes());
    }

    private static RequestPostProcessor token(Map<String, Object> claims) {
        return jwt().jwt(token -> token.claims(all -> all.putAll(new LinkedHashMap<>(claims))));
    }
}
