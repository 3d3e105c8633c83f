package io.casewright.contract;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.InclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.ParallelGateway;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.TimeDuration;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListener;
import io.casewright.platform.engine.ProcessFlow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Wherever a process can be, another engine can set it going again from the steps that were told; see docs/adr/0012. */
final class ReentryRules {

    private static final String ENDED = "process.ended";

    private ReentryRules() {}

    static List<Finding> check(Project project) {
        var called = project.models().stream()
                .flatMap(model -> model.all(ZeebeCalledElement.class).stream())
                .map(ZeebeCalledElement::getProcessId)
                .collect(Collectors.toSet());
        var findings = new ArrayList<Finding>();
        for (Model model : project.models()) {
            checkWaits(model, findings);
            checkWays(model, findings);
            checkCalls(model, findings);
            checkEnd(model, called, findings);
        }
        return findings;
    }

    private static void checkWaits(Model model, List<Finding> findings) {
        var flow = ProcessFlow.read(Bpmn.convertToString(model.bpmn()).getBytes(StandardCharsets.UTF_8));
        flow.waitsOutOfSight().stream()
                .sorted()
                .forEach(id -> findings.add(new Finding(
                        model.file(),
                        id,
                        "the process waits here with no step since it began or waited before; put a step between")));
        for (TimeDuration timer : model.all(TimeDuration.class)) {
            String event = timer.getParentElement().getParentElement().getAttributeValue("id");
            if (!flow.isRepeated(event)) {
                findings.add(new Finding(
                        model.file(),
                        event,
                        "a duration begins anew in another engine; let a step say the time, as a date"));
            }
        }
    }

    private static void checkWays(Model model, List<Finding> findings) {
        model.all(ParallelGateway.class).stream()
                .filter(gateway -> incoming(model, gateway.getId()) > 1)
                .forEach(
                        gateway -> findings.add(
                                model.finding(
                                        gateway,
                                        "ways that go side by side may not come together again: which of them is there already is not told")));
        model.all(InclusiveGateway.class)
                .forEach(gateway ->
                        findings.add(model.finding(gateway, "which ways an inclusive gateway opened is not told")));
        model.all(MultiInstanceLoopCharacteristics.class)
                .forEach(loop -> findings.add(new Finding(
                        model.file(),
                        loop.getParentElement().getAttributeValue("id"),
                        "another engine cannot enter an element that is there many times")));
    }

    private static long incoming(Model model, String elementId) {
        return model.all(SequenceFlow.class).stream()
                .filter(flow -> flow.getTarget().getId().equals(elementId))
                .count();
    }

    private static void checkCalls(Model model, List<Finding> findings) {
        var seen = new HashSet<String>();
        for (CallActivity call : model.all(CallActivity.class)) {
            String process = Model.extension(call, ZeebeCalledElement.class)
                    .map(ZeebeCalledElement::getProcessId)
                    .orElse("");
            if (!seen.add(process)) {
                findings.add(
                        model.finding(call, "the process is called from two places; from which it was is not told"));
            }
        }
    }

    private static void checkEnd(Model model, Set<String> called, List<Finding> findings) {
        boolean tells = model.all(ZeebeExecutionListener.class).stream()
                .anyMatch(listener -> ENDED.equals(listener.getType())
                        && listener.getParentElement().getParentElement().getParentElement() == model.process());
        if (called.contains(model.process().getId()) == tells) {
            findings.add(model.finding(
                    model.process(),
                    tells
                            ? "the end of a called process is told by who calls it"
                            : "the process lacks the execution listener end: " + ENDED));
        }
    }
}
