package io.casewright.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymptomsTests {

    private final RequestReader reader = new RequestReader();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Outside mail arrives an hour late        | E-Mails kommen stark verzögert an         | true
        Mail to one partner bounces              | Unsere Angebote landen beim Kunden im Spam | false
        Nobody can send mail, Exchange is down   | Exchange ist komplett ausgefallen         | true
        Sign in fails with AADSTS50020           | AADSTS50020 for one guest                  | true
        Sign in fails with AADSTS50020           | The shared calendar is empty               | false
        The contacts are empty                   | All contacts vanished                      | true
        The contacts are empty                   | Rules are not applied                      | false
        """)
    void areTheSameWhateverTheLanguage(String one, String other, boolean same) {
        assertThat(Collections.disjoint(of(one), of(other))).isEqualTo(!same);
    }

    @Test
    void whatTheServiceIsCalledIsNone() {
        assertThat(of("Exchange Online contacts")).contains("contacts").doesNotContain("exchange", "online");
    }

    private Set<String> of(String subject) {
        return reader.symptoms(subject, "", "Exchange Online");
    }
}
