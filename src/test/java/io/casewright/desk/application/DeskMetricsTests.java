package io.casewright.desk.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.casefile.application.AcknowledgeRequest;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.DeskTest;
import io.casewright.testkit.TaskDesk;
import io.casewright.testkit.TaskDesk.Waiting;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DeskTest
class DeskMetricsTests {

    @Autowired
    DeskMetrics metrics;

    @Autowired
    MeterRegistry meters;

    @Autowired
    CaseDesk cases;

    @Autowired
    TaskDesk tasks;

    @Autowired
    AcknowledgeRequest acknowledgeRequest;

    @Autowired
    JdbcClient database;

    @Test
    void theFirstResponseCountsOnceAndNoAcknowledgementDoes() {
        long before = responses("kept");
        var number = cases.diagnosing();
        acknowledgeRequest.acknowledge(number, null, null, CaseDesk.step("serviceTask_AcknowledgeRequest"));
        assertThat(responses("kept")).isEqualTo(before);
        cases.resolved(cases.resolving(number));
        assertThat(responses("kept")).isEqualTo(before + 1);
        cases.closed(number);
        assertThat(responses("kept")).isEqualTo(before + 1);
    }

    @Test
    void oneThatComesAfterItsTimeBrokeThePromise() {
        long before = responses("broken");
        var number = cases.resolving();
        receivedDaysAgo(number);
        cases.resolved(number);
        assertThat(responses("broken")).isEqualTo(before + 1);
    }

    @Test
    void aCaseThatNobodyAnsweredInTimeIsOverdueAndItsTaskIsOld() {
        metrics.measure();
        double before = meters.get("casewright.first.response.overdue").gauge().value();
        var number = cases.diagnosing();
        long task = tasks.open(Waiting.diagnosisOf(number));
        database.sql("UPDATE desk_case SET promise_due = UTC_TIMESTAMP(6) - INTERVAL 1 HOUR WHERE number = ?")
                .param(number.value())
                .update();
        database.sql(
                        "UPDATE user_task SET created_at = UTC_TIMESTAMP(6) - INTERVAL 400 DAY, assignee = NULL WHERE id = ?")
                .param(task)
                .update();
        metrics.measure();
        assertThat(meters.get("casewright.first.response.overdue").gauge().value())
                .isEqualTo(before + 1);
        assertThat(meters.get("casewright.queue.age")
                        .tag("queue", "technical")
                        .gauge()
                        .value())
                .isGreaterThan(399 * 86_400.0);
    }

    private void receivedDaysAgo(CaseNumber number) {
        database.sql("UPDATE support_case SET received_at = received_at - INTERVAL 30 DAY WHERE number = ?")
                .param(number.value())
                .update();
        database.sql(
                        "UPDATE promise_terms t JOIN promise p ON p.id = t.promise_id SET t.since = t.since - INTERVAL 30 DAY"
                                + " WHERE p.case_number = ?")
                .param(number.value())
                .update();
        database.sql(
                        "UPDATE promise_segment s JOIN promise p ON p.id = s.promise_id SET s.began_at = s.began_at - INTERVAL 30 DAY,"
                                + " s.ended_at = s.ended_at - INTERVAL 30 DAY WHERE p.case_number = ?")
                .param(number.value())
                .update();
    }

    private long responses(String promise) {
        return meters.find("casewright.first.response").tag("promise", promise).timers().stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }
}
