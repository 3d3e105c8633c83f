package io.casewright.operations.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageShapeTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Case CW-2026-000017 is CLOSED | Case [case] is CLOSED",
                "Ticket CW-2026-000017-T2 of MC-000003 | Ticket [case] of [case]",
                "No answer from 10.0.0.7:443 after 5000 ms | No answer from [number] after [number] ms",
                "Tenant 7f0c2a58-8b7d-4a9e-9a53-0a6f3d2f4b11 has no role | Tenant [id] has no role",
                "Element 2251799813685301 failed | Element [number] failed",
                "Entity 5f2d9c0a1b3e is gone | Entity [id] is gone",
                "Mail to ada.lovelace+x@contoso.example bounced | Mail to [address] bounced",
                "Two   spaces | Two spaces"
            })
    void numbersIdsAndAddressesMakeNoDifference(String message, String shape) {
        assertThat(MessageShape.of(message)).isEqualTo(shape);
    }

    @ParameterizedTest
    @ValueSource(strings = {"The disk is full", "Graph refuses the login", "deadbeef is a word of letters"})
    void wordsStay(String message) {
        assertThat(MessageShape.of(message)).isEqualTo(message);
    }

    @Test
    void addressesOfPeopleAreNotShown() {
        assertThat(MessageShape.shown("Refused for ada@contoso.example (550)"))
                .isEqualTo("Refused for [address] (550)");
    }

    @Test
    void whatIsShownEnds() {
        assertThat(MessageShape.shown("x".repeat(5_000))).hasSize(602).endsWith(" …");
    }

    @Nested
    class OfTheEngine {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Expected at least one condition to evaluate to true, or to have a default flow",
                    "Expected process with BPMN process id 'vendor-ticket' to be deployed, but not found.",
                    "Expected to find a form with id 'resolve-case-approve-action', but no form with this id is found",
                    "No variable found with name 'caseNumber'",
                    "Expected result of the expression 'caseNumber' to be 'STRING', but was 'NULL'."
                })
        void namesOfTheModelStay(String message) {
            assertThat(MessageShape.withoutContents(message)).isEqualTo(message);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "Can't add '1' to '\"Bob's secret\"' | Can't add '…'",
                    "Failed to parse \"My password is hunter2\" as a number | Failed to parse \"…\" as a number",
                    "Expected Number but found ValString(Bob's secret (new)) | Expected Number but found …",
                    "Expected result of the expression 'x + \"a secret\"' to be 'NUMBER', but was 'NULL'. | Expected result of the expression '…' to be 'NUMBER', but was 'NULL'.",
                    "Expected to throw an error event with the code 'NO_CASE' with message 'Bob said no', but it was not caught. | Expected to throw an error event with the code 'NO_CASE' with message '…', but it was not caught.",
                    "An open 'quotation that never ends | An open '…"
                })
        void contentsOfVariablesDoNot(String message, String shown) {
            assertThat(MessageShape.withoutContents(message)).isEqualTo(shown);
        }

        @Test
        void theVariableIsNamedAfterALongExpression() {
            String message =
                    "Expected result of the expression '\"Dear \" + contact + \", it's done\"' to be 'STRING', but was 'NULL'."
                            + " The evaluation reported the following warnings:\n"
                            + "[NO_VARIABLE_FOUND] No variable found with name 'contact'\n"
                            + "[INVALID_TYPE] Can't add '\"Dear \"' to 'null'";
            assertThat(MessageShape.withoutContents(message))
                    .contains("to be 'STRING', but was 'NULL'", "No variable found with name 'contact'")
                    .doesNotContain("Dear", "done");
        }
    }
}
