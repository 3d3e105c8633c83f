package io.casewright.process;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.platform.text.BodyText;
import io.casewright.triage.RequestFacts;
import io.casewright.triage.RequestReader;
import io.casewright.triage.RequestText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Requests with the right answers: read by the reader, judged by the decisions as the process asks them, nobody helping. */
final class RequestSuite {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What was expected of a request and what was found. */
    record Outcome(
            String id,
            String language,
            String category,
            String severity,
            String foundLanguage,
            String foundCategory,
            String foundSeverity,
            @Nullable String remit,
            boolean person) {

        /** Whether it was decided or is only proposed to a person. */
        boolean categoryRight() {
            return category.equals(foundCategory);
        }

        boolean severityRight() {
            return severity.equals(foundSeverity);
        }

        boolean decided() {
            return !person;
        }

        boolean wronglyDecided() {
            return decided() && !categoryRight();
        }

        boolean severityRightlyDecided() {
            return decided() && severityRight();
        }

        boolean harmfullyDecided() {
            return decided() && severity.equals("critical") && foundSeverity.equals("minimal");
        }
    }

    private final RequestReader reader;
    private final Decision triage;
    private final Decision severity;

    RequestSuite(RequestReader reader, EngineHarness engine) {
        this.reader = reader;
        this.triage = new Decision(engine, "triage");
        this.severity = new Decision(engine, "severity");
    }

    List<Outcome> run(String file) {
        var outcomes = new ArrayList<Outcome>();
        for (JsonNode request : requests(file)) {
            outcomes.add(decide(request));
        }
        print(file, outcomes);
        return outcomes;
    }

    private Outcome decide(JsonNode request) {
        JsonNode affected = request.path("affectedUsers");
        RequestFacts facts = reader.read(new RequestText(
                request.path("subject").asText(),
                BodyText.of(request.path("body").asText()),
                request.path("product").isTextual() ? request.path("product").asText() : null,
                affected.isInt() ? affected.asInt() : null));
        var variables = new HashMap<String, Object>();
        variables.put("facts", JSON.convertValue(facts, new TypeReference<Map<String, Object>>() {}));
        Map<String, Object> triaged = triage.evaluate(variables);
        variables.putAll(triaged);
        Map<String, Object> severe = severity.evaluate(variables);
        JsonNode expected = request.path("expected");
        // As the gateway after the decisions asks.
        boolean person = (Boolean) triaged.get("needsPerson")
                || Boolean.TRUE.equals(severe.get("needsPerson"))
                || !"inside".equals(triaged.get("remit"));
        return new Outcome(
                request.path("id").asText(),
                request.path("language").asText(),
                expected.path("type").asText(),
                expected.path("microsoftSeverity").asText(),
                facts.language(),
                (String) triaged.get("category"),
                (String) severe.get("severity"),
                (String) triaged.get("remit"),
                person);
    }

    private static JsonNode requests(String file) {
        try {
            return JSON.readTree(Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(String file, List<Outcome> outcomes) {
        System.out.printf("%n%s%n", file);
        for (Outcome each : outcomes) {
            System.out.printf(
                    "%-9s category %-12s %s %-12s  severity %-8s %s %-8s  language %s %s %s  %-21s %s%n",
                    each.id(),
                    each.category(),
                    each.category().equals(each.foundCategory()) ? "=" : "!",
                    each.foundCategory(),
                    each.severity(),
                    each.severity().equals(each.foundSeverity()) ? "=" : "!",
                    each.foundSeverity(),
                    each.language(),
                    each.language().equals(each.foundLanguage()) ? "=" : "!",
                    each.foundLanguage(),
                    each.remit(),
                    each.person() ? "to a person" : "");
        }
        System.out.printf(
                "%s: %d requests, %d categories and %d severities rightly proposed, %d decided without a person (%d severities right, %d categories wrong, %d critical ones as minimal), %d languages right%n",
                file,
                outcomes.size(),
                count(outcomes, Outcome::categoryRight),
                count(outcomes, Outcome::severityRight),
                count(outcomes, Outcome::decided),
                count(outcomes, Outcome::severityRightlyDecided),
                count(outcomes, Outcome::wronglyDecided),
                count(outcomes, Outcome::harmfullyDecided),
                count(outcomes, each -> each.language().equals(each.foundLanguage())));
    }

    static long count(List<Outcome> outcomes, Predicate<Outcome> holds) {
        return outcomes.stream().filter(holds).count();
    }
}
