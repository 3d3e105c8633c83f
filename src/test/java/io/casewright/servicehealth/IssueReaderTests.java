package io.casewright.servicehealth;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.servicehealth.ServiceIssue.Classification;
import io.casewright.servicehealth.ServiceIssue.Status;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssueReaderTests {

    @Test
    void readsAnIssueWhateverTheCaseOfNamesAndValues() throws Exception {
        var issue = only("""
                {"Id": "EX1", "SERVICE": "Exchange Online", "feature": "Mail flow", "Classification": "Incident",
                 "Status": "ServiceDegradation", "IsResolved": false, "Title": "Late mail",
                 "impactDescription": "Some wait.", "startDateTime": "2026-11-23T08:05:00+02:00", "endDateTime": null,
                 "somethingNew": {"a": 1}}""");
        assertThat(issue.id()).isEqualTo("EX1");
        assertThat(issue.classification()).isEqualTo(Classification.INCIDENT);
        assertThat(issue.status()).isEqualTo(Status.SERVICE_DEGRADATION);
        assertThat(issue.startedAt()).isEqualTo(Instant.parse("2026-11-23T06:05:00Z"));
        assertThat(issue.endedAt()).isNull();
        assertThat(issue.isActive()).isTrue();
    }

    @Test
    void takesATimeWithoutZoneAsUtcAndNonsenseAsUnknown() throws Exception {
        var issue = only("""
                {"id": "A", "service": "S", "startDateTime": "2026-11-23T06:05:00", "endDateTime": "soon",
                 "status": "brandNewStatus", "classification": 7}""");
        assertThat(issue.startedAt()).isEqualTo(Instant.parse("2026-11-23T06:05:00Z"));
        assertThat(issue.endedAt()).isNull();
        assertThat(issue.status()).isEqualTo(Status.UNKNOWN);
        assertThat(issue.classification()).isEqualTo(Classification.UNKNOWN);
        assertThat(issue.title()).isEmpty();
        assertThat(issue.posts()).isEmpty();
    }

    @Test
    void turnsHtmlIntoPlainTextOldestFirst() throws Exception {
        var issue = only("""
                {"id": "A", "service": "S", "title": "<b>Mail</b> &amp; more", "posts": [
                  {"createdDateTime": "2026-11-23T09:00:00Z", "description": {"content": "<p>Second</p>"}},
                  {"createdDateTime": "2026-11-23T08:00:00Z", "postType": "x", "description": {"contentType": "html",
                   "content": "<p>First&nbsp;line<br>next<script>alert(1)</script></p><style>p{}</style><img src=x onerror=y>"}},
                  {"createdDateTime": null, "description": null}]}""");
        assertThat(issue.title()).isEqualTo("Mail & more");
        assertThat(issue.posts()).extracting(ServiceIssue.Post::text).containsExactly("First line\nnext", "Second");
    }

    @ParameterizedTest
    @CsvSource({
        "investigating, false, true",
        "investigationSuspended, false, true",
        "somethingNew, false, true",
        "serviceDegradation, true, false",
        "serviceOperational, false, false",
        "serviceRestored, false, false",
        "falsePositive, false, false",
        "postIncidentReviewPublished, false, false"
    })
    void tellsWhatIsActive(String status, boolean resolved, boolean active) throws Exception {
        var issue = only("{\"id\": \"A\", \"service\": \"S\", \"status\": \"%s\", \"isResolved\": %s}"
                .formatted(status, resolved));
        assertThat(issue.isActive()).isEqualTo(active);
    }

    @Test
    void leavesOutWhatHasNoIdOrNoService() throws Exception {
        var issues = Health.read("""
                {"value": [{"service": "S"}, {"id": "A"}, null, {"id": "B", "service": "S", "title": "new"}]}""");
        assertThat(issues).extracting(ServiceIssue::title).containsExactly("new");
    }

    @Test
    void takesTheTimeThatStandsForNoneAsNone() throws Exception {
        var issue = only("""
                {"id": "A", "service": "S", "startDateTime": "0001-01-01T00:00:00", "endDateTime": "0001-01-01T00:00:00Z"}""");
        assertThat(issue.startedAt()).isNull();
        assertThat(issue.endedAt()).isNull();
    }

    private static ServiceIssue only(String issue) throws IOException {
        return Health.read("{\"value\": [" + issue + "]}").getFirst();
    }
}
