package io.casewright.operations.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.IncidentErrorType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RemediesTests {

    @ParameterizedTest
    @EnumSource(
            value = IncidentErrorType.class,
            names = {"UNSPECIFIED", "UNKNOWN", "UNKNOWN_ENUM_VALUE"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyKindThatTheEngineKnowsHasWordsAndARemedyOfItsOwn(IncidentErrorType kind) {
        assertThat(Remedies.wordsOf(kind.name())).isNotEqualTo(Remedies.wordsOf("NEW"));
        assertThat(Remedies.of(kind.name())).isNotEqualTo(Remedies.of("NEW")).endsWith(".");
    }
}
