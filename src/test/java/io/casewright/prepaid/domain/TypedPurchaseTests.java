package io.casewright.prepaid.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedPurchaseTests {

    @Test
    void takesANumberAndANote() {
        var typed = new TypedPurchase(" 12 ", "Invoice 4711");
        assertThat(typed.faults()).isEmpty();
        assertThat(typed.count()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1.5", "101", "two", "1e1"})
    void saysWhatANumberOfPackagesIs(String packages) {
        assertThat(new TypedPurchase(packages, "Invoice").faults())
                .isEqualTo(Map.of("packages", "must be a whole number from 1 to 100, such as 12"));
    }

    @Test
    void asksForANoteOfOneLineThatCanBeRead() {
        assertThat(new TypedPurchase("1", " ").faults().get("note")).startsWith("is required");
        assertThat(new TypedPurchase("1", "x".repeat(201)).faults().get("note"))
                .isEqualTo("must have at most 200 characters");
        assertThat(new TypedPurchase("1", "a\nb").faults().get("note")).contains("control characters");
        assertThat(new TypedPurchase("1", "\u200b").faults().get("note")).contains("can be seen");
    }
}
