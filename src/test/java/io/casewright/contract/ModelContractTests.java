package io.casewright.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModelContractTests {

    private static final Project PROJECT = Project.real();

    @Test
    void thereIsSomethingToCheck() {
        assertThat(PROJECT.models()).isNotEmpty();
        assertThat(PROJECT.decisions()).isNotEmpty();
        assertThat(PROJECT.forms()).isNotEmpty();
        assertThat(PROJECT.workers()).isNotEmpty();
    }

    @Test
    void namesLeadFromTheDiagramToTheCode() {
        assertThat(NamingRules.check(PROJECT)).isEmpty();
    }

    @Test
    void everyTaskHasSomebodyWhoDoesIt() {
        assertThat(TaskRules.check(PROJECT)).isEmpty();
    }

    @Test
    void formsLetExactlyTheirAnswersIntoTheProcess() {
        assertThat(FormRules.check(PROJECT)).isEmpty();
    }

    @Test
    void decisionsCanBeFoundAndReadInModeler() {
        assertThat(DecisionRules.check(PROJECT)).isEmpty();
    }

    @Test
    void messagesThatAreAwaitedArePublished() {
        assertThat(MessageRules.check(PROJECT)).isEmpty();
    }

    @Test
    void everyPlaceCanBeEnteredAgainInAnotherEngine() {
        assertThat(ReentryRules.check(PROJECT)).isEmpty();
    }

    @Test
    void variablesThatAreReadAreSet() {
        assertThat(VariableRules.check(PROJECT)).isEmpty();
    }
}
