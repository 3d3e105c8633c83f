package io.casewright.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Mon, 23 Nov 2026 at 09:15, Northwind <support@partner.example> wrote:\n> Which version?",
                "On Mon, 23 Nov 2026 at 09:15, Northwind Cloud Support\n<support@partner.example> wrote:\n> Which version?",
                "Am 23.11.26 um 09:15 schrieb Northwind Cloud:\n> Welche Version?",
                "Le lun. 23 nov. 2026 à 09:15, Northwind <support@partner.example> a écrit :\n> Quelle version ?",
                "El lun, 23 nov 2026 a las 9:15, Northwind (<support@partner.example>) escribió:\n> ¿Qué versión?",
                "-----Original Message-----\nFrom: Northwind\nSent: Monday\nWhich version?",
                "-----Ursprüngliche Nachricht-----\nVon: Northwind\nWelche Version?",
                "________________________________\nFrom: Northwind <support@partner.example>\nSent: Monday\nTo: Desk\nWhich version?",
                "Von: Northwind\nGesendet: Montag, 23. November 2026 09:15\nAn: Desk\n\nWelche Version?",
                "-- \nNoor Dahl\nTrey Distribution",
                "> Which version?\n> Please tell."
            })
    void leavesTheHistoryAndTheSignatureOff(String history) {
        assertThat(ReplyText.withoutHistory("It is version 16.\n\nRegards\nNoor\n\n" + history))
                .isEqualTo("It is version 16.\n\nRegards\nNoor");
    }

    @Test
    void partsWhatIsQuotedBelowAndLosesNothing() {
        String own = "It is version 16.\n\n--\nNoor";
        String history = "On Mon, 23 Nov 2026 at 09:15, Northwind wrote:\n> Which version?";

        var parted = ReplyText.parted(own + "\n\n" + history);

        assertThat(parted.own()).isEqualTo(own);
        assertThat(parted.history()).isEqualTo(history);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Mon, 23 Nov 2026 at 09:15, Northwind wrote:\n> Which version?\nIt is 16.\n> And since when?\nToday.",
                "> Which version?\nIt is 16.",
                "Results:\n--\nServer A: failed\nPlease restart A.",
                "Please send the traces.\nFrom: 2026-11-01 10:00 UTC\nTo: 12:00 UTC\nWithout them we close.",
                "> All of it is quoted",
            })
    void partsNothingWhereSomebodyAnswersBetweenOrNothingIsQuoted(String text) {
        assertThat(ReplyText.parted(text)).isEqualTo(new ReplyText.Parted(text, ""));
    }

    @Test
    void keepsWhatOnlyLooksLikeHistory() {
        String text = """
                On the second server it works.
                From: here on it fails, they wrote:
                ---
                the log""";

        assertThat(ReplyText.withoutHistory(text)).isEqualTo(text.strip());
    }

    @Test
    void keepsTimesAndPlacesThatOnlyLookLikeAHeader() {
        String times = "It was slow\nFrom: 2026-11-01 10:00\nTo: 2026-11-01 12:00\nDate: any\nthen it stopped.";
        assertThat(ReplyText.withoutHistory(times)).isEqualTo(times);
        String places = "Packets are lost\nFrom: the office in Leeds\nTo: UK South\nand back.";
        assertThat(ReplyText.withoutHistory(places)).isEqualTo(places);
    }

    @Test
    void keepsAnswersBetweenTheLines() {
        assertThat(ReplyText.withoutHistory("> Which version?\n16.0.1\n> Since when?\nMonday"))
                .isEqualTo("16.0.1\nMonday");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Mon, 23 Nov 2026 at 09:15, Northwind <support@partner.example> wrote:",
                "On Mon, 23 Nov 2026 at 09:15, Northwind Cloud Support\n<support@partner.example> wrote:",
                "Am 23.11.26 um 09:15 schrieb Northwind Cloud:"
            })
    void keepsAnswersBetweenTheLinesBelowAnIntroduction(String introduction) {
        String answers =
                introduction + "\n\n> Which version?\n\n16.0.1\n\n> Since when?\n> Please tell.\n\nMonday\n-- \nNoor";
        assertThat(ReplyText.withoutHistory("Hello,\n\n" + answers)).isEqualTo("Hello,\n\n16.0.1\n\nMonday");
        assertThat(ReplyText.withoutHistory(answers)).isEqualTo("16.0.1\n\nMonday");
    }

    @Test
    void leavesAnEarlierHistoryOffBelowAnswersBetweenTheLines() {
        String text = """
                On Mon, 23 Nov 2026 at 09:15, Northwind <support@partner.example> wrote:
                > Which version?
                16.0.1
                -----Original Message-----
                From: Northwind
                Sent: Sunday
                Hello""";

        assertThat(ReplyText.withoutHistory(text)).isEqualTo("16.0.1");
    }
}
