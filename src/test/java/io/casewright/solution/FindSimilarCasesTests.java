package io.casewright.solution;

import static io.casewright.testkit.ARequest.about;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.casewright.casefile.application.ReceiveMessage;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.solution.SolvedCases.Found;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CasewrightTest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@CasewrightTest
class FindSimilarCasesTests {

    private static final CaseNumber ASKING = CaseNumber.of(2020, 1);

    @Autowired
    CaseDesk desk;

    @Autowired
    FindSimilarCases similarCases;

    @Autowired
    ShowSimilarCases showSimilarCases;

    @Autowired
    ReceiveMessage receiveMessage;

    private String product;

    @BeforeEach
    void aProductOfItsOwn() {
        product = "Product " + UUID.randomUUID();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Calendar of the reception desk stays empty | reception calendar shows nothing",
                "Kalender lässt sich nicht öffnen | der Kalender geht nicht zu öffnen",
                "データセットの更新が終わりません | レポートのデータセット更新が止まる",
                "无法接收外部邮件 | 今天收不到外部邮件",
                "메일이 늦게 도착합니다 | 메일이 도착하지 않음"
            })
    void findsTheSameTroubleInItsLanguage(String subject, String asked) {
        var number = solved(subject, "Cleared the cache");
        solved("Printer jams", "Took the paper out");
        assertThat(similarCases.similarTo(ASKING, product, asked)).first().satisfies(found -> {
            assertThat(found.number()).isEqualTo(number.value());
            assertThat(found.resolution()).isEqualTo("Cleared the cache");
            assertThat(found.score()).isPositive();
        });
    }

    @Test
    void findsByTheResolutionAndTheMostSimilarFirst() {
        solved("Quarantine question", "Released the message");
        var better = solved("Quarantine holds every newsletter", "Allowed the newsletter in the quarantine policy");
        assertThat(similarCases.similarTo(ASKING, product, "newsletter quarantine policy"))
                .extracting(Found::number)
                .startsWith(better.value());
    }

    @Test
    void findsTheSameTroubleInAnotherLanguage() {
        var number = solved("Der Kalender ist langsam und die Anmeldung scheitert", "Den Cache geleert");
        solved("Der Drucker klemmt", "Das Papier entfernt");
        assertThat(similarCases.similarTo(ASKING, product, "The calendar is slow and sign-in fails"))
                .extracting(Found::number)
                .containsExactly(number.value());
    }

    @Test
    void looksOnlyAtClosedCasesOfTheProductAndNeverAtTheAskingOne() {
        var asking = solved("Wallpaper flickers", "Turned it off");
        String words = "Wallpaper flickers";
        assertThat(similarCases.similarTo(asking, product, words)).isEmpty();
        assertThat(similarCases.similarTo(ASKING, "Another product", words)).isEmpty();
        assertThat(similarCases.similarTo(ASKING, "  " + product.toUpperCase().replace(" ", "   ") + " ", words))
                .hasSize(1);
        desk.resolved(desk.resolving(desk.diagnosing(about(product, "Wallpaper flickers", "It flickers."))));
        assertThat(similarCases.similarTo(ASKING, product, words)).hasSize(1);
    }

    @Test
    void forgetsWhatDidNotHelpAfterAll() {
        var number = solved("Wallpaper flickers", "Turned it off");
        receiveMessage.receive(
                number, "It flickers again", "portal", UUID.randomUUID().toString());
        assertThat(similarCases.similarTo(ASKING, product, "Wallpaper flickers"))
                .isEmpty();
        desk.closed(desk.resolved(desk.resolving(number)));
        assertThat(similarCases.similarTo(ASKING, product, "Wallpaper flickers"))
                .extracting(Found::resolution)
                .containsExactly("The rule is switched off");
    }

    @Test
    void showsInAFormWhatHasRoom() {
        for (int i = 0; i < 5; i++) {
            solved("予定表が開けない".repeat(12), "プロファイルを作り直しました。".repeat(100));
        }
        var asking = desk.received(about(product, "予定表が開けない", "開けない"));
        assertThat(showSimilarCases.summaryFor(asking))
                .contains("プロファイル")
                .satisfies(shown -> assertThat(shown.getBytes(StandardCharsets.UTF_8))
                        .hasSizeBetween(1_000, ShowSimilarCases.MOST_BYTES));
    }

    @Test
    void showsFiveAtMostAndNothingThatNamesSomebody() {
        for (int i = 0; i < 7; i++) {
            solved("Mailbox of it@contoso.example is full", "Told it@contoso.example, phone +49 30 5550101");
        }
        assertThat(similarCases.similarTo(ASKING, product, "mailbox full"))
                .hasSize(5)
                .allSatisfy(found -> {
                    assertThat(found.subject()).isEqualTo("Mailbox of […] is full");
                    assertThat(found.resolution()).isEqualTo("Told […], phone […]");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "\"",
                "+mailbox -full",
                "mailbox*)(><~@5 \"",
                "' OR 1=1 --",
                "%_\\",
                "\ud83d",
                "ー",
                "📧📧",
                "({[",
                "mail\u0000box"
            })
    void takesAnyTextAsText(String text) {
        solved("The mailbox is full", "Emptied");
        assertThatCode(() -> similarCases.similarTo(ASKING, product, text)).doesNotThrowAnyException();
    }

    @Test
    void treatsOperatorsAsText() {
        solved("The mailbox is full", "Emptied");
        assertThat(similarCases.similarTo(ASKING, product, "-mailbox +absentword \"full\""))
                .hasSize(1);
    }

    @Test
    void copesWithAVeryLongText() {
        var number = solved("The mailbox is full", "Emptied");
        assertThat(similarCases.similarTo(ASKING, product, "The mailbox is full. " + "lorem 長い文 ".repeat(12_000)))
                .hasSizeLessThanOrEqualTo(5);
        assertThat(similarCases.similarTo(ASKING, product, "The mailbox is full. " + "lorem ipsum ".repeat(9_000)))
                .extracting(Found::number)
                .contains(number.value());
    }

    private CaseNumber solved(String subject, String resolution) {
        var number = desk.resolving(desk.diagnosing(about(product, subject, subject + ".")));
        return desk.closed(desk.resolved(number, resolution));
    }
}
