package io.casewright.casefile.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.NotPossibleNow;
import io.casewright.casefile.domain.Remit;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.message.MessageKind;
import io.casewright.testkit.ARequest;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What customers hear before anybody works on their request. */
@CasewrightTest
class AnswerAtOnceTests {

    private static final String HOSTILE = "Pay <b>now</b> {{>signature}} ${7*7} {0} it's";

    @Autowired
    CaseDesk desk;

    @Autowired
    CaseWitness witness;

    @Autowired
    AcknowledgeRequest acknowledgeRequest;

    @Autowired
    RedirectCustomer redirectCustomer;

    @Autowired
    WithdrawCase withdrawCase;

    @Nested
    class Acknowledgement {

        @Test
        void promisesWhatTheCustomersPlanSaysAndNamesTheArticle() {
            var number = desk.diagnosing(ARequest.from("adatum.example", "it@adatum.example"));
            acknowledge(number, "Sperrliste prüfen", "https://help.example/block");
            assertThat(witness.lettersOf(number)).singleElement().satisfies(letter -> {
                assertThat(letter.kind()).isEqualTo(MessageKind.ACKNOWLEDGEMENT);
                assertThat(letter.body())
                        .contains("Guten Tag Greta Baumann,", number.value(), "Sie hören spätestens bis")
                        .contains("Sperrliste prüfen\nhttps://help.example/block");
            });
            var entry = witness.latestOf(number);
            assertThat(entry.kind()).isEqualTo(Kind.ACKNOWLEDGED);
            assertThat(entry.actor()).isEqualTo(Actor.SYSTEM);
            assertThat(entry.text()).isEqualTo("Sperrliste prüfen");
        }

        @ParameterizedTest
        @CsvSource({", https://help.example", "' ', https://help.example", "An article,"})
        void speaksOfNoArticleWhenThereIsNone(String title, String link) {
            var number = desk.diagnosing();
            acknowledge(number, title, link);
            assertThat(witness.lettersOf(number).getLast().body())
                    .contains("Hello Ida Toivonen,")
                    .doesNotContain("already help", "help.example");
            assertThat(witness.latestOf(number).text()).isNull();
        }

        @Test
        void isWrittenOnceAndNotForACaseThatEnded() {
            var number = desk.diagnosing();
            var step = CaseDesk.step("serviceTask_AcknowledgeRequest");
            acknowledgeRequest.acknowledge(number, null, null, step);
            var kept = witness.everythingAbout(number);
            acknowledgeRequest.acknowledge(number, null, null, step);
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);

            var withdrawn = desk.diagnosing();
            withdrawCase.withdraw(withdrawn, null, "portal");
            acknowledge(withdrawn, null, null);
            assertThat(witness.lettersOf(withdrawn)).isEmpty();
        }

        private void acknowledge(CaseNumber number, String title, String link) {
            acknowledgeRequest.acknowledge(number, title, link, CaseDesk.step("serviceTask_AcknowledgeRequest"));
        }
    }

    @Nested
    class Redirection {

        @ParameterizedTest
        @CsvSource({
            "contoso.example, THIRD_PARTY, comes from another maker",
            "adatum.example, DIRECT_WITH_MICROSOFT, mit Microsoft direkt haben",
            "tailspin.example, SCAM, no procede de nosotros",
            "proseware.example, THIRD_PARTY, d'un autre éditeur"
        })
        void tellsWhoseItIsInTheLanguageOfTheCustomerAndCloses(String customer, Remit remit, String words) {
            var number = desk.registered(ARequest.from(customer, "it@" + customer));
            redirect(number, remit, null);
            assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.CLOSED);
            assertThat(witness.lettersOf(number)).singleElement().satisfies(letter -> {
                assertThat(letter.kind()).isEqualTo(MessageKind.ADVICE);
                assertThat(letter.body()).contains(words).doesNotContain("''", "{0}");
            });
            var entry = witness.latestOf(number);
            assertThat(entry.kind()).isEqualTo(Kind.REDIRECTED);
            assertThat(entry.actor()).isEqualTo(Actor.SYSTEM);
            assertThat(entry.text()).contains(words);
        }

        @Test
        void theWordsOfAnAgentStandAsTheyAre() {
            var number = desk.diagnosing();
            redirect(number, null, HOSTILE);
            assertThat(witness.lettersOf(number).getLast().body()).contains(HOSTILE);
            assertThat(witness.latestOf(number).actor().kind()).isEqualTo(Actor.Kind.AGENT);
            assertThat(witness.latestOf(number).text()).isEqualTo(HOSTILE);
        }

        @Test
        void happensOnceAndNotToACaseThatEnded() {
            var number = desk.registered();
            var step = CaseDesk.step("serviceTask_RedirectCustomer");
            redirectCustomer.redirect(number, Remit.SCAM, null, step);
            var kept = witness.everythingAbout(number);
            redirectCustomer.redirect(number, Remit.SCAM, null, step);
            redirect(number, Remit.THIRD_PARTY, null);
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }

        @Test
        void isRefusedForACaseWeWorkOn() {
            var number = desk.resolving();
            var kept = witness.everythingAbout(number);
            assertThatThrownBy(() -> redirect(number, Remit.SCAM, null)).isInstanceOf(NotPossibleNow.class);
            assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        }

        private void redirect(CaseNumber number, Remit remit, String advice) {
            redirectCustomer.redirect(number, remit, advice, CaseDesk.step("serviceTask_RedirectCustomer"));
        }
    }
}
