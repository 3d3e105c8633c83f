package io.casewright.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** *Complete evidence* asks for what the gate says is missing, and for nothing else; the words of table and form belong together. */
class MissingEvidenceTests {

    private static final Pattern MISSING =
            Pattern.compile("<outputEntry[^>]*>\\s*<text>&quot;(.*?)&quot;</text>", Pattern.DOTALL);
    private static final Pattern ASKED_FOR = Pattern.compile("contains\\(missingText, \"(.*?)\"\\)");

    /** Nobody can type these: the case goes back to its diagnosis. */
    private static final Set<String> FOR_DIAGNOSIS = Set.of("Check of service health", "A category of the hand-off");

    @Test
    void everyEvidenceTheGateCanMissHasAFieldThatAppearsForIt() throws IOException {
        var missing = MISSING.matcher(Files.readString(Path.of("bpmn/hand-off-gate.dmn")))
                .results()
                .map(found -> found.group(1))
                .filter(text -> !FOR_DIAGNOSIS.contains(text))
                .collect(Collectors.toSet());
        JsonNode form = new ObjectMapper()
                .readTree(Path.of("forms/hand-off-case-complete-evidence.form").toFile());
        var askedFor = form.findValuesAsText("hide").stream()
                .flatMap(hide -> ASKED_FOR.matcher(hide).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(missing).hasSize(6);
        assertThat(askedFor).isEqualTo(missing);
    }
}
