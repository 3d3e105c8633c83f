package io.casewright.triage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts that requests are learned from. */
class TrainingTests {

    private static final int GRAM = 9;

    @ParameterizedTest
    @EnumSource(Concern.class)
    void everyConcernHasExamples(Concern concern) {
        assertThat(Training.shipped())
                .filteredOn(text -> text.concerns().contains(concern))
                .hasSizeGreaterThanOrEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr", "it", "pt", "nl", "pl", "sv", "ja", "zh"})
    void everyLanguageHasExamples(String language) {
        assertThat(TableRow.read("triage/requests.tsv", 3))
                .filteredOn(row -> row.cell(1).equals(language))
                .hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void noTextIsThereTwice() {
        assertThat(Training.shipped().stream().map(text -> text.text().description()))
                .doesNotHaveDuplicates();
    }

    /** Else the measures of the request suite would mean nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/test/resources/requests/requests.json",
                "src/test/resources/requests/requests-2.json",
                "src/test/resources/requests/held-back.json",
                "src/main/resources/triage/held-out.json"
            })
    void requestsThatJudgeAreNotLearned(String file) throws Exception {
        JsonNode requests = new ObjectMapper().readTree(Path.of(file).toFile());
        var learned = Training.shipped().stream()
                .map(text -> grams(text.text().description()))
                .toList();
        for (JsonNode request : requests) {
            Set<String> judging = grams(request.path("subject").asText() + " "
                    + request.path("body").asText());
            for (Set<String> known : learned) {
                var common = new HashSet<>(known);
                common.retainAll(judging);
                assertThat(common.size())
                        .as("%s shares much with a text that is learned: %s", request.path("id"), common)
                        .isLessThanOrEqualTo(Math.max(12, known.size() / 2));
            }
        }
    }

    private static Set<String> grams(String text) {
        String even = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        return IntStream.rangeClosed(0, even.length() - GRAM)
                .mapToObj(at -> even.substring(at, at + GRAM))
                .collect(Collectors.toSet());
    }
}
