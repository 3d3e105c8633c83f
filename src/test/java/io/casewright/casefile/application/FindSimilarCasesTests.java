package io.casewright.casefile.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.casewright.casefile.application.FindSimilarCases.SimilarCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CasewrightTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CasewrightTest
class FindSimilarCasesTests {

    private static final CaseNumber ASKING = CaseNumber.of(2020, 1);

    @Autowired
    CaseDesk desk;

    @Autowired
    JdbcClient database;

    @Autowired
    FindSimilarCases similarCases;

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
        var number = resolved(subject, "Cleared the cache");
        resolved("Printer jams", "Took the paper out");
        assertThat(similarCases.similarTo(ASKING, product, asked)).first().satisfies(found -> {
            assertThat(found.number()).isEqualTo(number.value());
            assertThat(found.resolution()).isEqualTo("Cleared the cache");
            assertThat(found.score()).isPositive();
        });
    }

    @Test
    void findsByTheResolutionAndTheMostSimilarFirst() {
        resolved("Quarantine question", "Released the message");
        var better = resolved("Quarantine holds every newsletter", "Allowed the newsletter in the quarantine policy");
        assertThat(similarCases.similarTo(ASKING, product, "newsletter quarantine policy"))
                .extracting(SimilarCase::number)
                .startsWith(better.value());
    }

    @Test
    void looksOnlyAtEndedCasesOfTheProductAndNeverAtTheAskingOne() {
        var asking = resolved("Wallpaper flickers", "Turned it off");
        String words = "Wallpaper flickers";
        assertThat(similarCases.similarTo(asking, product, words)).isEmpty();
        assertThat(similarCases.similarTo(ASKING, "Another product", words)).isEmpty();
        assertThat(similarCases.similarTo(ASKING, "  " + product.toUpperCase().replace(" ", "   ") + " ", words))
                .hasSize(1);
        database.sql("UPDATE support_case SET status = 'DIAGNOSING' WHERE number = ?")
                .param(asking.value())
                .update();
        assertThat(similarCases.similarTo(ASKING, product, words)).isEmpty();
    }

    @Test
    void showsFiveAtMostAndNothingThatNamesSomebody() {
        for (int i = 0; i < 7; i++) {
            resolved("Mailbox of it@contoso.example is full", "Told it@contoso.example, phone +49 30 5550101");
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
        resolved("The mailbox is full", "Emptied");
        assertThatCode(() -> similarCases.similarTo(ASKING, product, text)).doesNotThrowAnyException();
    }

    @Test
    void treatsOperatorsAsText() {
        resolved("The mailbox is full", "Emptied");
        assertThat(similarCases.similarTo(ASKING, product, "-mailbox +absentword \"full\""))
                .hasSize(1);
    }

    @Test
    void copesWithAVeryLongText() {
        var number = resolved("The mailbox is full", "Emptied");
        assertThat(similarCases.similarTo(ASKING, product, "The mailbox is full. " + "lorem 長い文 ".repeat(12_000)))
                .hasSizeLessThanOrEqualTo(5);
        assertThat(similarCases.similarTo(ASKING, product, "The mailbox is full. " + "lorem ipsum ".repeat(9_000)))
                .extracting(SimilarCase::number)
                .contains(number.value());
    }

    private CaseNumber resolved(String subject, String resolution) {
        var number = desk.resolved();
        // Committed at once, as full text is searched only then.
        database.sql(
                        "UPDATE support_case SET subject = ?, description = ?, resolution = ?, product = ? WHERE number = ?")
                .params(subject, subject + ".", resolution, product, number.value())
                .update();
        return number;
    }
}
