package io.casewright.contract;

import io.camunda.zeebe.model.bpmn.instance.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The application publishes what the models wait for, and nothing else. */
final class MessageRules {

    private MessageRules() {}

    static List<Finding> check(Project project) {
        var findings = new ArrayList<Finding>();
        var awaited = new HashSet<String>();
        for (Model model : project.models()) {
            for (Message message : model.all(Message.class)) {
                awaited.add(message.getName());
                if (!project.messages().containsKey(message.getName())) {
                    findings.add(model.finding(message, "nobody publishes the message " + message.getName()));
                }
            }
        }
        project.messages().keySet().stream()
                .filter(name -> !awaited.contains(name))
                .forEach(name -> findings.add(new Finding("CaseMessages", name, "no model waits for the message")));
        return findings;
    }
}
