package io.casewright.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.casefile.application.ProposeChange;
import io.casewright.casefile.application.RecordApproval;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.testkit.APlan;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.TaskDesk;
import io.casewright.testkit.TaskDesk.Waiting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An approval counts when somebody who is logged in here gave it, whatever the engine says about who has the task. */
@CasewrightTest
@Import(TaskDesk.class)
class SignedAnswersTests {

    private static final String APPROVAL = "userTask_ApproveAction";

    @Autowired
    CaseDesk desk;

    @Autowired
    TaskDesk taskDesk;

    @Autowired
    ProposeChange proposeChange;

    @Autowired
    RecordApproval recordApproval;

    @Autowired
    SignedAnswers signedAnswers;

    @Autowired
    CompleteTask completeTask;

    @Autowired
    Tasks tasks;

    @Autowired
    JdbcClient database;

    private CaseNumber number;
    private Task task;

    @BeforeEach
    void propose() {
        number = desk.resolving();
        proposeChange.propose(
                number,
                APlan.to("credit").detail("Line 2").costing("9000").plan(),
                "Give a credit",
                "act",
                CaseDesk.step("serviceTask_ProposeChange"));
        task = approval();
    }

    private Task approval() {
        var waiting = Waiting.diagnosisOf(number).at("second-person", APPROVAL).of("manager");
        return tasks.find(taskDesk.open(waiting)).orElseThrow();
    }

    @Test
    void whoeverTheEngineSaysHasTheTaskDecidesNothingByThat() {
        var refusal = complete(Map.of("approved", "yes"));
        assertThat(refusal.orElseThrow())
                .contains("logged in at Casewright", "http://127.0.0.1:8080/desk/tasks/" + task.id());
        assertThat(stateOfTask()).isEqualTo("OPEN");
    }

    @Test
    void whoIsLoggedInDecidesAndTheDecisionIsThatPersons() {
        signedAnswers.sign(task, Map.of("approved", "yes"), "leonie");
        assertThat(complete(Map.of("approved", "yes"))).isEmpty();
        assertThat(tasks.find(task.id()).orElseThrow().completedBy()).isEqualTo("leonie");
    }

    @Test
    void otherAnswersThanThoseGivenHereDoNotCount() {
        signedAnswers.sign(task, Map.of("approved", "no", "approvalReason", "Too much"), "leonie");
        assertThat(complete(Map.of("approved", "yes"))).isPresent();
        assertThat(complete(Map.of("approved", "no", "approvalReason", "By all means")))
                .isPresent();
        assertThat(stateOfTask()).isEqualTo("OPEN");
    }

    @Test
    void whoProposedItDecidesNothingHereEither() {
        signedAnswers.sign(task, Map.of("approved", "yes"), "act");
        assertThat(complete(Map.of("approved", "yes")))
                .contains("You proposed this action yourself; somebody else has to decide.");
    }

    @Test
    void anAnswerCountsForOneStep() {
        signedAnswers.sign(task, Map.of("approved", "yes"), "leonie");
        complete(Map.of("approved", "yes"));
        assertThat(countFor("1", Map.of("approved", "yes"))).contains("leonie");
        assertThat(countFor("1", Map.of("approved", "yes")))
                .as("the step, once more")
                .contains("leonie");
        assertThat(countFor("2", Map.of("approved", "yes"))).as("a later step").isEmpty();
    }

    @Test
    void whatWasChangedInTheEngineAfterwardsDoesNotCount() {
        signedAnswers.sign(task, Map.of("approved", "no", "approvalReason", "Too much"), "leonie");
        complete(Map.of("approved", "no", "approvalReason", "Too much"));
        assertThat(countFor("1", Map.of("approved", "yes"))).isEmpty();
    }

    @Test
    void anAnswerToATaskThatTheListenersDidNotLetGoDoesNotCount() {
        signedAnswers.sign(task, Map.of("approved", "yes"), "leonie");
        assertThat(countFor("1", Map.of("approved", "yes"))).isEmpty();
    }

    @Test
    void otherTasksTrustWhoHasThem() {
        var diagnosis = tasks.find(taskDesk.open(Waiting.diagnosisOf(number))).orElseThrow();
        var answers = Map.<String, Object>of("findings", "x");
        assertThat(signedAnswers.sign(diagnosis, answers, "nina")).isSameAs(answers);
        assertThat(database.sql("SELECT COUNT(*) FROM signed_answer WHERE task_id = ?")
                        .param(diagnosis.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private Optional<String> countFor(String step, Map<String, Object> variables) {
        return signedAnswers.countFor(step, "second-person", task.processInstanceKey(), List.of(APPROVAL), variables);
    }

    private Optional<String> complete(Map<String, Object> answers) {
        var variables = new HashMap<>(answers);
        variables.put("caseNumber", number.value());
        return completeTask.complete(new SentForm(task.taskKey(), "second-person", APPROVAL, "manager", variables));
    }

    private String stateOfTask() {
        return tasks.find(task.id()).orElseThrow().state().name();
    }
}
