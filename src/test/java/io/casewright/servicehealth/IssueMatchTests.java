package io.casewright.servicehealth;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.servicehealth.HealthReport.Candidate;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssueMatchTests {

    private static final Instant REPORTED = Instant.parse("2026-11-23T09:00:00Z");
    private static final int BOUND = 65;

    private final IssueMatch match = new IssueMatch(new ServiceNames(Health.settings(false)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Exchange Online | Quotes come too late | External mail takes an hour to arrive. | EX900001",
                "Exchange Online | Mails kommen viel zu spät | Seit heute früh warten wir eine Stunde. | EX900001",
                "Power BI | レポートの更新が終わらない | 昨夜から止まっています。 | PB900002",
                "Power BI Pro | El informe no se actualiza | Sigue en curso desde ayer, la actualización no termina. | PB900002",
                "SharePoint | Site search shows no new documents | Nothing new is found. | SP900004"
            })
    void findsTheIssueInAnyLanguage(String product, String subject, String text, String issue) throws Exception {
        var best = judged(product, subject, text, null).getFirst();
        assertThat(best.issue().id()).isEqualTo(issue);
        assertThat(best.score()).isBetween(BOUND, 100);
        assertThat(best.reasons()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Microsoft Intune | Laptop does not enroll | The device shows an error.",
                "Azure plan | Bill tripled | Nobody started a machine.",
                "Contoso Backup | Return it | It does not do what we hoped.",
                "'' | Question | How does this work?"
            })
    void findsNothingForOtherServices(String product, String subject, String text) throws Exception {
        assertThat(judged(product, subject, text, null)).isEmpty();
    }

    @Test
    void holdsASuiteForAWeakSignUntilTheTextNamesTheService() throws Exception {
        var weak =
                judged("Microsoft 365 E3", "Invoice twice", "Two lines.", null).getFirst();
        assertThat(weak.score()).isLessThan(BOUND);
        var named = judged("Microsoft 365 E3", "Outlook gets mail an hour late", "From outside.", null)
                .getFirst();
        assertThat(named.issue().id()).isEqualTo("EX900001");
        assertThat(named.score()).isGreaterThanOrEqualTo(BOUND);
    }

    @Test
    void countsARegion() throws Exception {
        var here = match.judge(aMeetingReport("France Central, Europe"), List.of(teamsIn("Users in Europe")))
                .findFirst()
                .orElseThrow();
        var elsewhere = match.judge(aMeetingReport("Japan East"), List.of(teamsIn("Users in Europe")))
                .findFirst()
                .orElseThrow();
        assertThat(here.reasons()).contains("It concerns Europe");
        assertThat(elsewhere.reasons()).contains("It concerns Europe only");
        assertThat(here.score() - elsewhere.score()).isEqualTo(35);
    }

    @Test
    void leavesOutWhatWasOverLongBeforeOrBeganLater() throws Exception {
        assertThat(judged("Microsoft Teams", "Cannot join a meeting", "Error.", null))
                .isEmpty();
        var early = new HealthQuestion(
                "t", "Power BI", "Refresh", "Does not end", null, Instant.parse("2026-11-22T10:00:00Z"));
        assertThat(match.judge(early, story())).isEmpty();
    }

    @Test
    void takesHostileTextsAsText() throws Exception {
        String hostile = "\\E\\Q(((.*+?[ mail ".repeat(6000);
        assertThat(judged("Exchange Online (((", hostile, hostile, "[.*")).isNotEmpty();
    }

    private List<Candidate> judged(String product, String subject, String text, String region) throws Exception {
        var question = new HealthQuestion("t", product, subject, text, region, REPORTED);
        return match.judge(question, story())
                .sorted(Comparator.comparingInt(Candidate::score).reversed())
                .toList();
    }

    private static List<ServiceIssue> story() throws Exception {
        return Health.story();
    }

    private static HealthQuestion aMeetingReport(String region) {
        return new HealthQuestion("t", "Teams", "Cannot join", "A meeting fails", region, REPORTED);
    }

    private static ServiceIssue teamsIn(String impact) {
        return new ServiceIssue(
                "TM1",
                "Microsoft Teams",
                "Meetings",
                ServiceIssue.Classification.INCIDENT,
                ServiceIssue.Status.INVESTIGATING,
                "Joining fails",
                impact,
                REPORTED.minusSeconds(60),
                null,
                null,
                false,
                List.of());
    }
}
