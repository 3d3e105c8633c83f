package io.casewright.process;

import static io.casewright.process.CaseInProcess.received;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.triage.RequestReader;
import io.casewright.triage.RequestText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests as customers write them end on the route that is right for them, when an agent answers the forms by what is
 * true. Reading is the real reader, judging are the real decisions; the workers are played.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestRouteTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> FAULTS = Map.of(
            "UNDOCUMENTED_SERVICE_PROBLEM", "undocumented",
            "SERVICE_UNAVAILABLE", "unavailable",
            "BUG_OR_IRREGULARITY", "bug",
            "LARGE_SCALE_NETWORK_DISRUPTION", "network",
            "REGIONAL_MULTITENANT_ISSUE", "regional");

    @RegisterExtension
    final EngineHarness engine = new EngineHarness();

    private final RequestReader reader = new RequestReader();

    /** A request with its right answers. */
    record Sample(String id, RequestText text, JsonNode expected, boolean fraud) {

        String route() {
            return expected.path("route").asText();
        }

        String category() {
            return expected.path("type").asText();
        }

        @Override
        public String toString() {
            return id + " " + route();
        }
    }

    static Stream<Sample> samples() throws IOException {
        var file = Path.of("src", "test", "resources", "requests", "requests.json");
        return StreamSupport.stream(JSON.readTree(file.toFile()).spliterator(), false)
                .map(each -> new Sample(
                        each.path("id").asText(),
                        new RequestText(
                                each.path("subject").asText(),
                                each.path("body").asText(),
                                each.path("product").asText(null),
                                each.path("affectedUsers").isInt()
                                        ? each.path("affectedUsers").asInt()
                                        : null),
                        each.path("expected"),
                        each.path("tags").toString().contains("fraud")));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void endsOnItsRoute(Sample sample) {
        Map<String, Object> facts =
                new HashMap<>(JSON.convertValue(reader.read(sample.text), new TypeReference<>() {}));
        var supportCase = received(engine).isRegistered().isReadAs(facts);
        if (engine.journal().waitingAt().contains("userTask_TriageRequest")) {
            supportCase.answer("userTask_TriageRequest", triage(sample));
            supportCase.triageIsRecorded(isOurs(sample) ? "diagnose" : "redirect");
        } else {
            supportCase.triageIsRecorded("diagnose");
        }
        if (engine.journal().waitingAt().contains("serviceTask_RedirectCustomer")) {
            supportCase.work("casefile.redirectCustomer", Map.of());
        } else {
            supportCase
                    .work("casefile.acknowledgeRequest", Map.of())
                    .isLookedUp()
                    .isDiagnosed(cause(sample), fault(sample))
                    .diagnosisIsAcceptedFor(sample.category());
        }
        String found = foundRoute(supportCase);
        System.out.printf(
                "%s  category %-12s  severity %-8s  route %-21s found %-21s  hand-off %s found %s%n",
                sample.id,
                sample.category(),
                sample.expected.path("microsoftSeverity").asText(),
                sample.route(),
                found,
                handOff(sample),
                supportCase.variables().get("handOffCategory"));
        assertThat(found).isEqualTo(sample.route());
        if (found.equals("HANDOFF_MICROSOFT")) {
            assertThat(supportCase.variables()).containsEntry("handOffCategory", handOff(sample));
        }
    }

    private String foundRoute(CaseInProcess supportCase) {
        var waiting = engine.journal().waitingAt();
        if (waiting.contains("serviceTask_RedirectCustomer")) {
            supportCase.work("casefile.redirectCustomer", Map.of());
            waiting = engine.journal().waitingAt();
        }
        assertThat(engine.journal().incidents()).isEmpty();
        return waiting.isEmpty() ? "OUT_OF_SCOPE_REDIRECT" : routeAt(waiting);
    }

    private static String routeAt(List<String> waiting) {
        assertThat(waiting).hasSize(1);
        return switch (waiting.getFirst()) {
            case "serviceTask_LinkKnownIssue" -> "KNOWN_SERVICE_ISSUE";
            case "serviceTask_CollectEvidence" -> "HANDOFF_MICROSOFT";
            case "serviceTask_AskCustomer" -> "NEEDS_INFO";
            case "serviceTask_LookUpInvoices", "serviceTask_LookUpSubscriptions", "userTask_ResolveTechnicalCase" ->
                "PARTNER_RESOLVABLE";
            default -> waiting.getFirst();
        };
    }

    private static boolean isOurs(Sample sample) {
        return !sample.route().equals("OUT_OF_SCOPE_REDIRECT");
    }

    private static Map<String, Object> triage(Sample sample) {
        var answers = new HashMap<String, Object>();
        answers.put("triagedCategory", sample.category());
        answers.put("triagedSeverity", sample.expected.path("microsoftSeverity").asText());
        answers.put("triagedQueue", sample.category());
        answers.put("triagedRemit", isOurs(sample) ? "inside" : "third-party");
        answers.put("duplicateOf", null);
        answers.put("advice", null);
        return answers;
    }

    private static String cause(Sample sample) {
        return switch (sample.route()) {
            case "KNOWN_SERVICE_ISSUE" -> "known-issue";
            case "NEEDS_INFO" -> "unclear";
            case "OUT_OF_SCOPE_REDIRECT" -> "outside";
            case "HANDOFF_MICROSOFT" -> isCommercial(sample) ? "commercial" : "service-fault";
            default -> sample.category().equals("technical") ? "settings" : "our-delivery";
        };
    }

    private static String fault(Sample sample) {
        if (!sample.route().equals("HANDOFF_MICROSOFT")) {
            return null;
        }
        return isCommercial(sample)
                ? sample.fraud ? "fraud" : "dispute"
                : FAULTS.get(sample.expected.path("handoffCategory").asText());
    }

    private static String handOff(Sample sample) {
        if (!sample.route().equals("HANDOFF_MICROSOFT")) {
            return null;
        }
        return isCommercial(sample)
                ? sample.fraud ? "FRAUD_CONCERN" : "COMMERCIAL_DISPUTE"
                : sample.expected.path("handoffCategory").asText();
    }

    private static boolean isCommercial(Sample sample) {
        return sample.expected.path("commercialEscalation").asBoolean();
    }
}
