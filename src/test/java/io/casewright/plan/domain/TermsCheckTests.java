package io.casewright.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.calendar.Calendars;
import io.casewright.calendar.domain.CalendarRefused;
import io.casewright.calendar.domain.CalendarText;
import io.casewright.testkit.PlanText;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsCheckTests {

    @Test
    void aPlanThatIsRightHasNoFaultsAndSaysWhatWasWritten() {
        assertThat(faults(PlanText.right())).isEmpty();
        var terms = TermsReading.of(PlanText.right());
        assertThat(terms.wordsFor(Locale.FRENCH).name()).isEqualTo("Plus en");
        assertThat(terms.wordsFor(Locale.GERMANY).contact()).containsExactly("phone", "e-mail");
        assertThat(terms.targets().get("CRITICAL").firstResponse()).isEqualTo(Duration.ofHours(2));
        assertThat(terms.targets().get("CRITICAL").nextUpdateIfAny()).isEmpty();
        assertThat(terms.charging().price()).hasToString("120.00\u00a0EUR");
        assertThat(terms.secondLine()).isEqualTo(DeliveryModel.OUTSOURCED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "calendar.hours | '' | calendar.hours | is empty",
                "calendar.zone | Europe/Atlantis | calendar.zone | does not exist",
                "calendar.country | xx | calendar.country | unknown",
                "targets.critical.firstResponse | '' | targets.critical.firstResponse | is required",
                "targets.critical.firstResponse | soon | targets.critical.firstResponse | such as 30 min",
                "targets.critical.firstResponse | 0 min | targets.critical.firstResponse | more than nothing",
                "targets.critical.firstResponse | 99999 h | targets.critical.firstResponse | at most 8784 h",
                "targets.minimal.resolution | 1 h | targets.minimal.resolution | not be shorter than the first response",
                "charging.price | -1.00 | charging.price | must not be negative",
                "charging.price | 100000000 | charging.price | must be at most 10000000",
                "charging.price | 1.005 | charging.price | at most 2 decimals",
                "charging.price | '1,200.00' | charging.price | with a point",
                "charging.price | '' | charging.price | is required",
                "charging.currency | ABC | charging.currency | is unknown",
                "charging.currency | '' | charging.currency | is required where there is an amount",
                "charging.model | BARTER | charging.model | must be one of: INCLUDED",
                "charging.model | PREPAID_HOURS | charging.hours | is required",
                "charging.roundUpToMinutes | 0 | charging.roundUpToMinutes | must be a number from 1 to 480",
                "languages | klingon | languages | which is no language",
                "de.name | '' | de.name | is required",
                "de.technical | '' | de.technical | because the plan has it in English",
                "de.billing | Rechnungen | de.billing | is not in English",
                "fr.name | Plus | fr.contact | is required",
                "delivery.firstLine | '' | delivery.firstLine | is required",
                "color | blue | color | is no field of a plan",
            })
    void whatIsWrongIsSaidOfItsFieldWithTheRemedy(String field, String value, String atFault, String words) {
        assertThat(faults(PlanText.right().with(field, value)))
                .containsKey(atFault)
                .extractingByKey(atFault)
                .asString()
                .contains(words);
    }

    @Test
    void aPlanWithoutTargetsHasAFaultForEachSeverity() {
        var without = PlanText.right()
                .without(PlanFields.names().stream()
                        .filter(name -> name.startsWith("targets."))
                        .toList());
        assertThat(faults(without))
                .containsOnlyKeys(
                        "targets.critical.firstResponse",
                        "targets.moderate.firstResponse",
                        "targets.minimal.firstResponse");
    }

    @Test
    void aDifferenceIsToldInTheOrderOfTheFormAndInWords() {
        var after = PlanText.right()
                .with("charging.price", "130.00")
                .with("targets.critical.firstResponse", "1 h")
                .with("en.contact", "phone");
        assertThat(after.differencesTo(PlanText.right()))
                .extracting(PlanFields.Difference::inWords)
                .containsExactly(
                        "Contact by (en): phone; e-mail → phone",
                        "First response, critical: 2 h → 1 h",
                        "Price: 120.00 → 130.00");
        assertThat(after.differencesTo(after)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"30 min, PT30M", "2 h, PT2H", "1 h 30 min, PT1H30M", "90min, PT1H30M"})
    void aServiceTimeIsReadAsItIsWritten(String text, Duration time) {
        assertThat(ServiceTime.read(text)).contains(time);
        assertThat(ServiceTime.read(ServiceTime.written(time))).contains(time);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mon-fri 09:00-17:00 | en | Monday to Friday, 09:00–17:00",
                "mon-fri 09:00-17:00 | de | Montag bis Freitag, 09:00–17:00",
                "mon-sun 00:00-24:00 | de | Täglich, rund um die Uhr",
                "fri 22:00-next day 06:00 | en | Friday, 22:00–next day 06:00",
            })
    void hoursAreToldInWords(String span, String language, String words) {
        var calendar =
                new CalendarText("UTC", java.util.List.of(span), null, null, java.util.List.of(), java.util.List.of());
        assertThat(HoursWords.of(calendar, Locale.of(language))).containsExactly(words);
    }

    private static Map<String, String> faults(PlanFields fields) {
        return TermsCheck.faultsOf(fields, TermsCheckTests::calendarFaults);
    }

    private static Map<String, String> calendarFaults(CalendarText text) {
        try {
            Calendars.of(text);
            return Map.of();
        } catch (CalendarRefused e) {
            return e.faults();
        }
    }
}
