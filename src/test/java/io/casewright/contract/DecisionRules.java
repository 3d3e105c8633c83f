package io.casewright.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** Decisions have names that lead to their file, labels for their columns, and a place in the diagram. */
final class DecisionRules {

    private static final String PLATFORM = "8.8.0";

    private DecisionRules() {}

    static List<Finding> check(Project project) {
        var findings = new ArrayList<Finding>();
        var known = new HashSet<String>();
        for (Decision decision : project.decisions()) {
            checkFile(decision, findings);
            for (Element each : decision.all(Decision.MODEL, "decision")) {
                checkDecision(decision, each, findings);
                if (!known.add(each.getAttribute("id"))) {
                    findings.add(finding(decision, each, "another file has a decision of this id"));
                }
            }
            for (String column : List.of("input", "output")) {
                decision.all(Decision.MODEL, column).stream()
                        .filter(each -> each.getAttribute("label").isBlank())
                        .forEach(each -> findings.add(finding(decision, each, "the column has no label")));
            }
        }
        return findings;
    }

    private static void checkFile(Decision decision, List<Finding> findings) {
        String id = decision.ids().isEmpty() ? "" : decision.ids().getFirst();
        if (!decision.file().equals(kebab(id) + ".dmn")) {
            findings.add(new Finding(decision.file(), id, "the file must be named after its first decision"));
        }
        Element root = decision.dmn().getDocumentElement();
        if (!PLATFORM.equals(
                root.getAttributeNS("http://camunda.org/schema/modeler/1.0", "executionPlatformVersion"))) {
            findings.add(finding(decision, root, "the decision must be made for Camunda " + PLATFORM));
        }
    }

    private static void checkDecision(Decision decision, Element each, List<Finding> findings) {
        if (each.getAttribute("name").isBlank()) {
            findings.add(finding(decision, each, "the decision has no name"));
        }
        if (each.getElementsByTagNameNS(Decision.MODEL, "description").getLength() == 0) {
            findings.add(finding(decision, each, "the decision does not say what it is for"));
        }
        var drawn = decision.all(Decision.DIAGRAM, "DMNShape").stream()
                .map(shape -> shape.getAttribute("dmnElementRef"))
                .collect(Collectors.toSet());
        if (!drawn.contains(each.getAttribute("id"))) {
            findings.add(finding(decision, each, "the decision is not drawn in the diagram"));
        }
    }

    private static Finding finding(Decision decision, Element element, String reason) {
        return new Finding(decision.file(), element.getAttribute("id"), reason);
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
