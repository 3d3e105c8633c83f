package io.casewright.triage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AffectedPeopleTests {

    private static final AffectedPeople PEOPLE = new AffectedPeople();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            40 colleagues cannot open Outlook            | 40
            that is like eighteen people sitting there   | 18
            alle 120 Mitarbeiter sind betroffen          | 120
            aucun de nos 85 collaborateurs               | 85
            doce jefes, 1.200 empleados                  | 1200
            circa settanta, ma 70 dipendenti             | 70
            umas vinte pessoas                           | 20
            62 medewerkers wachten                       | 62
            z naszych 90 pracowników                     | 90
            åtta personer                                | 8
            三十人が困っています                         | 30
            The bill lists 42 seats for 318.40           |
            Since 2026 it costs 900 euro                 |
            """)
    void areCounted(String text, Integer people) {
        assertThat(PEOPLE.in(CleanText.of(text))).isEqualTo(people);
    }
}
