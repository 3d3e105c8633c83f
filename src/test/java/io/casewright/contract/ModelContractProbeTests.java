package io.casewright.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule is seen to fail: a sound little project, broken in one place. */
class ModelContractProbeTests {

    private static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="probe">
              <process id="probe" isExecutable="true">
                <extensionElements><zeebe:executionListeners><zeebe:executionListener eventType="end" type="process.ended" retries="5"/></zeebe:executionListeners></extensionElements>
                <startEvent id="startEvent_Asked" name="Asked"><messageEventDefinition messageRef="message_Asked"/></startEvent>
                <sequenceFlow id="flow_1A" sourceRef="startEvent_Asked" targetRef="userTask_Decide"/>
                <userTask id="userTask_Decide" name="Decide">
                  <documentation>Decide it.</documentation>
                  <extensionElements><zeebe:userTask/><zeebe:formDefinition formId="probe-decide" bindingType="deployment"/>
                    <zeebe:assignmentDefinition candidateGroups="=[queue]"/>
                    <zeebe:taskListeners>
                      <zeebe:taskListener eventType="creating" type="task.creating" retries="5"/>
                      <zeebe:taskListener eventType="assigning" type="task.assigning" retries="5"/>
                      <zeebe:taskListener eventType="updating" type="task.updating" retries="5"/>
                      <zeebe:taskListener eventType="completing" type="task.completing" retries="5"/>
                      <zeebe:taskListener eventType="canceling" type="task.canceling" retries="5"/>
                    </zeebe:taskListeners>
                    <zeebe:ioMapping><zeebe:output source="=verdict" target="verdict"/></zeebe:ioMapping></extensionElements>
                </userTask>
                <sequenceFlow id="flow_2A" sourceRef="userTask_Decide" targetRef="serviceTask_Note"/>
                <serviceTask id="serviceTask_Note" name="Note"><extensionElements><zeebe:taskDefinition type="probe.note" retries="5"/></extensionElements></serviceTask>
                <sequenceFlow id="flow_3A" sourceRef="serviceTask_Note" targetRef="gateway_Good"/>
                <exclusiveGateway id="gateway_Good" name="Good?" default="flow_No"/>
                <sequenceFlow id="flow_Yes" name="yes" sourceRef="gateway_Good" targetRef="endEvent_Done"><conditionExpression>=noted</conditionExpression></sequenceFlow>
                <sequenceFlow id="flow_No" name="no" sourceRef="gateway_Good" targetRef="endEvent_Dropped"/>
                <endEvent id="endEvent_Done" name="Done"/>
                <endEvent id="endEvent_Dropped" name="Dropped"/>
              </process>
              <message id="message_Asked" name="probe.asked"/>
            </definitions>
            """.replace("flow_1A", "flow_AskedToDecide")
            .replace("flow_2A", "flow_DecideToNote")
            .replace("flow_3A", "flow_NoteToGood");
    private static final String FORM = """
            {"id":"probe-decide","components":[{"key":"queue","type":"textfield","readonly":true},{"key":"verdict","type":"textfield","conditional":{"hide":"=noted = null"}},{"id":"text_title","type":"text","text":"## Decide"}]}
            """;
    private static final String DECISION = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/"
                xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="definitions_Weigh" name="Weigh" namespace="probe" modeler:executionPlatformVersion="8.8.0">
              <decision id="weighIt" name="Weigh it">
                <description>Weighs.</description>
                <decisionTable id="decisionTable_Weigh">
                  <input id="input_Weight" label="Weight"><inputExpression><text>weight</text></inputExpression></input>
                  <output id="output_Heavy" label="Heavy" name="heavy"/>
                </decisionTable>
              </decision>
              <dmndi:DMNDI><dmndi:DMNDiagram><dmndi:DMNShape dmnElementRef="weighIt"/></dmndi:DMNDiagram></dmndi:DMNDI>
            </definitions>
            """;

    private static final Worker NOTE = new Worker("probe.note", "NoteWorker", Set.of("verdict"), Set.of("noted"));
    private static final Check DECIDE = new Check("DecideCheck", Set.of("userTask_Decide"), Set.of("verdict"));
    private static final List<Worker> LISTENERS = Stream.of(
                    "creating", "assigning", "updating", "completing", "canceling")
            .map(event -> new Worker("task." + event, "ListenerWorker", Set.of(), Set.of()))
            .toList();
    private static final Map<String, Set<String>> MESSAGES = Map.of("probe.asked", Set.of("queue"));

    @Test
    void theSoundProjectPassesAllRules() throws Exception {
        var project = project(MODEL, FORM, List.of(NOTE), MESSAGES);
        assertThat(NamingRules.check(project)).isEmpty();
        assertThat(TaskRules.check(project)).isEmpty();
        assertThat(FormRules.check(project)).isEmpty();
        assertThat(MessageRules.check(project)).isEmpty();
        assertThat(ReentryRules.check(project)).isEmpty();
        assertThat(VariableRules.check(project)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "process id=\"probe\"|process id=\"other\"|other: the file must be named after the process",
                "userTask_Decide|Activity_0abc12|Activity_0abc12: the id must be userTask_ and a name in camel case",
                " name=\"yes\"||flow_Yes: the element has no label",
                "name=\"Done\"|name=\"\"|endEvent_Done: the element has no label",
                "Good?|Check it|gateway_Good: the label of a decision must be a question",
            })
    void aWrongNameIsFound(String sound, String broken, String finding) throws Exception {
        assertThat(NamingRules.check(brokenModel(sound, broken)))
                .extracting(Finding::toString)
                .contains("probe.bpmn " + finding);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type=\"process.ended\"|type=\"other\"|probe: the process lacks the execution listener end: process.ended",
                "<endEvent id=\"endEvent_Done\" name=\"Done\"/>|<intermediateCatchEvent id=\"endEvent_Done\"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent>|endEvent_Done: a duration begins anew in another engine; let a step say the time, as a date",
                "<userTask id=\"userTask_Decide\" name=\"Decide\">|<receiveTask id=\"r\"/><sequenceFlow id=\"f\" sourceRef=\"startEvent_Asked\" targetRef=\"r\"/><userTask id=\"userTask_Decide\" name=\"Decide\">|r: the process waits here with no step since it began or waited before; put a step between",
                "<endEvent id=\"endEvent_Done\" name=\"Done\"/>|<inclusiveGateway id=\"endEvent_Done\"/>|endEvent_Done: which ways an inclusive gateway opened is not told",
                "<endEvent id=\"endEvent_Done\" name=\"Done\"/>|<parallelGateway id=\"endEvent_Done\"/><sequenceFlow id=\"f\" sourceRef=\"serviceTask_Note\" targetRef=\"endEvent_Done\"/>|endEvent_Done: ways that go side by side may not come together again: which of them is there already is not told",
                "type=\"probe.note\" retries=\"5\"/></extensionElements>|type=\"probe.note\" retries=\"5\"/></extensionElements><multiInstanceLoopCharacteristics/>|serviceTask_Note: another engine cannot enter an element that is there many times",
            })
    void aPlaceThatCannotBeEnteredAgainIsFound(String sound, String broken, String finding) throws Exception {
        assertThat(ReentryRules.check(brokenModel(sound, broken)))
                .extracting(Finding::toString)
                .contains("probe.bpmn " + finding);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "probe.note|probe.forget|serviceTask_Note: no worker for the job type probe.forget",
                " retries=\"5\"||serviceTask_Note: the number of retries is not set",
                "<zeebe:taskDefinition type=\"probe.note\" retries=\"5\"/>||serviceTask_Note: the task has no job type",
                "<zeebe:userTask/>||userTask_Decide: the task is not a Camunda user task",
                " bindingType=\"deployment\"||userTask_Decide: the form is not bound to the deployment",
                "<zeebe:formDefinition formId=\"probe-decide\" bindingType=\"deployment\"/>||userTask_Decide: the task has no form",
                "<zeebe:assignmentDefinition candidateGroups=\"=[queue]\"/>||userTask_Decide: the task has no candidate groups",
                "Decide it.||userTask_Decide: the task does not say what the agent should do",
                "eventType=\"creating\"|eventType=\"canceling\"|userTask_Decide: the task lacks the listener creating: task.creating",
                "type=\"task.assigning\"|type=\"task.giving\"|userTask_Decide: no worker for the listener task.giving",
                "type=\"task.completing\" retries=\"5\"|type=\"task.completing\"|userTask_Decide: the number of retries of the listener task.completing is not set",
                "<endEvent id=\"endEvent_Done\" name=\"Done\"/>|<endEvent id=\"endEvent_Done\" name=\"Done\"/><callActivity id=\"c\"><extensionElements><zeebe:calledElement processId=\"gone\"/></extensionElements></callActivity>|c: the called process does not exist: gone",
            })
    void aTaskThatNobodyDoesIsFound(String sound, String broken, String finding) throws Exception {
        assertThat(TaskRules.check(brokenModel(sound, broken)))
                .extracting(Finding::toString)
                .contains("probe.bpmn " + finding);
    }

    @Test
    void aFormThatNothingChecksOrTooMuchIsFound() throws Exception {
        var lost = new Check("LostCheck", Set.of("userTask_Gone"), Set.of());
        assertThat(TaskRules.check(project(MODEL, FORM, List.of(NOTE), List.of(lost), MESSAGES)))
                .extracting(Finding::toString)
                .containsExactlyInAnyOrder(
                        "probe.bpmn userTask_Decide: nothing checks what its form sends",
                        "LostCheck userTask_Gone: no model has the task whose form it checks");
        assertThat(TaskRules.check(project(MODEL, FORM, List.of(NOTE), List.of(DECIDE, DECIDE), MESSAGES)))
                .extracting(Finding::toString)
                .containsExactly("probe.bpmn userTask_Decide: more than one class checks what its form sends");
    }

    @Test
    void aCheckThatReadsWhatNothingSetsIsFound() throws Exception {
        var deaf = new Check("DecideCheck", Set.of("userTask_Decide"), Set.of("verdict", "mood"));
        assertThat(VariableRules.check(project(MODEL, FORM, List.of(NOTE), List.of(deaf), MESSAGES)))
                .extracting(Finding::toString)
                .containsExactly("probe.bpmn userTask_Decide: its check reads mood, which nothing in the process sets");
    }

    @Test
    void aWorkerTooManyIsFound() throws Exception {
        var unused = new Worker("probe.old", "OldWorker", Set.of(), Set.of());
        assertThat(TaskRules.check(project(MODEL, FORM, List.of(NOTE, NOTE, unused), MESSAGES)))
                .extracting(Finding::toString)
                .containsExactlyInAnyOrder(
                        "NoteWorker, NoteWorker probe.note: more than one worker for the job type",
                        "OldWorker probe.old: the job type is in no model");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"probe-decide\"|\"probe-other\"|probe.bpmn userTask_Decide: the form does not exist: probe-decide",
                "\"probe-decide\"|\"probe-other\"|probe-decide.form probe-other: no model uses the form",
                "\"verdict\"|\"answer\"|probe.bpmn userTask_Decide: the output mappings [verdict] are not the answers of its form [answer]",
                ",\"readonly\":true||probe.bpmn userTask_Decide: the output mappings [verdict] are not the answers of its form [queue, verdict]",
                "## Decide|Hello {{queue}}|probe-decide.form text_title: a text of a form must not contain code",
            })
    void aFormThatDoesNotFitIsFound(String sound, String broken, String finding) throws Exception {
        assertThat(FormRules.check(project(MODEL, replaced(FORM, sound, broken), List.of(NOTE), MESSAGES)))
                .extracting(Finding::toString)
                .contains(finding);
    }

    @Test
    void anAnswerThatChangesItsNameIsFound() throws Exception {
        assertThat(FormRules.check(brokenModel("source=\"=verdict\"", "source=\"=queue\"")))
                .extracting(Finding::toString)
                .containsExactly("probe.bpmn userTask_Decide: the answer verdict must come from the field of its name");
    }

    @Test
    void aMessageOfOneSideOnlyIsFound() throws Exception {
        assertThat(MessageRules.check(brokenModel("probe.asked", "probe.told")))
                .extracting(Finding::toString)
                .containsExactlyInAnyOrder(
                        "probe.bpmn message_Asked: nobody publishes the message probe.told",
                        "CaseMessages probe.asked: no model waits for the message");
    }

    @Test
    void aVariableThatNothingSetsIsFound() throws Exception {
        var deaf = new Worker("probe.note", "NoteWorker", Set.of("verdict", "mood"), Set.of());
        assertThat(VariableRules.check(project(MODEL, FORM, List.of(deaf), Map.of("probe.asked", Set.of()))))
                .extracting(Finding::toString)
                .containsExactlyInAnyOrder(
                        "probe.bpmn serviceTask_Note: its worker reads mood, which nothing in the process sets",
                        "probe.bpmn userTask_Decide: its form reads noted, which nothing in the process sets",
                        "probe.bpmn userTask_Decide: its form reads queue, which nothing in the process sets",
                        "probe.bpmn userTask_Decide: its candidate groups reads queue, which nothing in the process sets",
                        "probe.bpmn flow_Yes: its condition reads noted, which nothing in the process sets");
    }

    @Test
    void aSoundDecisionHasNoFindings() throws Exception {
        assertThat(DecisionRules.check(brokenDecision("8.8.0", "8.8.0"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            8.8.0                                | 8.6.0                | the decision must be made for Camunda 8.8.0
            id="weighIt"                         | id="weigh"           | the file must be named after its first decision
            name="Weigh it"                      | name=""              | the decision has no name
            <description>Weighs.</description>   |                      | the decision does not say what it is for
            dmnElementRef="weighIt"              | dmnElementRef="it"   | the decision is not drawn in the diagram
            label="Weight"                       | label=""             | the column has no label
            """)
    void aDecisionThatIsBrokenIsFound(String sound, String broken, String reason) throws Exception {
        assertThat(DecisionRules.check(brokenDecision(sound, broken)))
                .extracting(Finding::reason)
                .contains(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <zeebe:calledDecision decisionId="weighIt" resultVariable="noted" bindingType="deployment"/> |
            <zeebe:calledDecision decisionId="guess" resultVariable="noted" bindingType="deployment"/>   | no decision guess is part of the project
            <zeebe:calledDecision decisionId="weighIt" resultVariable="noted"/>                          | the decision must be bound to the deployment
            <zeebe:taskDefinition type="probe.note" retries="5"/>                                        | the task calls no decision
            """)
    void aBusinessRuleTaskCallsADecisionOfTheProject(String extension, String reason) throws Exception {
        var project = brokenModel(
                "<serviceTask id=\"serviceTask_Note\" name=\"Note\"><extensionElements><zeebe:taskDefinition type=\"probe.note\" retries=\"5\"/></extensionElements></serviceTask>",
                "<businessRuleTask id=\"serviceTask_Note\" name=\"Note\"><extensionElements>" + extension
                        + "</extensionElements></businessRuleTask>");
        var reasons = TaskRules.check(project).stream()
                .filter(finding -> finding.element().equals("serviceTask_Note"))
                .map(Finding::reason)
                .toList();
        assertThat(reasons).isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    private static Project brokenDecision(String sound, String broken) throws Exception {
        var project = project(MODEL, FORM, List.of(NOTE), MESSAGES);
        return new Project(
                project.models(),
                List.of(decision(replaced(DECISION, sound, broken))),
                project.forms(),
                project.workers(),
                project.checks(),
                project.messages());
    }

    private static Decision decision(String dmn) throws Exception {
        return Decision.read("weigh-it.dmn", new ByteArrayInputStream(dmn.getBytes(StandardCharsets.UTF_8)));
    }

    private static Project brokenModel(String sound, String broken) throws Exception {
        return project(replaced(MODEL, sound, broken), FORM, List.of(NOTE), MESSAGES);
    }

    private static String replaced(String text, String sound, String broken) {
        assertThat(text).contains(sound);
        return text.replace(sound, broken == null ? "" : broken);
    }

    private static Project project(String model, String form, List<Worker> workers, Map<String, Set<String>> messages)
            throws Exception {
        return project(model, form, workers, List.of(DECIDE), messages);
    }

    private static Project project(
            String model, String form, List<Worker> workers, List<Check> checks, Map<String, Set<String>> messages)
            throws Exception {
        var bpmn = Bpmn.readModelFromStream(new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8)));
        return new Project(
                List.of(new Model("probe.bpmn", bpmn)),
                List.of(decision(DECISION)),
                List.of(new Form("probe-decide.form", new ObjectMapper().readTree(form))),
                Stream.concat(workers.stream(), LISTENERS.stream()).toList(),
                checks,
                messages);
    }
}
