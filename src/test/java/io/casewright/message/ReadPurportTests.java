package io.casewright.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadPurportTests {

    private final ReadPurport purport = new ReadPurport();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Thank you very much, works now!                        | THANKS
            Hi Nina, many thanks for your help. Best regards, Sara | THANKS
            Perfect. Thanks!                                       | THANKS
            Vielen Dank, jetzt funktioniert alles. Viele Grüße     | THANKS
            Merci beaucoup pour votre aide, ça marche              | THANKS
            ¡Muchas gracias! Ya funciona.                          | THANKS
            Grazie mille, tutto a posto                            | THANKS
            Muito obrigada pela ajuda                              | THANKS
            Hartelijk bedankt, alles werkt weer                    | THANKS
            Tack så mycket för hjälpen!                            | THANKS
            解決しました。ありがとうございました。                      | THANKS
            Thanks, but it still does not work                     | UNCLEAR
            Thanks. And what about the invoice?                    | UNCLEAR
            Danke, leider nicht                                    | UNCLEAR
            Thank you?                                             | UNCLEAR
            Thanks Outlook broken                                  | UNCLEAR
            It does not work again                                 | MATTER
            Broken again, 20 people                                | MATTER
            Geht schon wieder nicht                                | MATTER
            Thanksgiving mails bounce                              | MATTER
            Automatic reply: Out of office until Monday            | AUTOMATIC
            Out of office.                                         | AUTOMATIC
            Abwesenheitsnotiz: Ich bin im Urlaub                   | AUTOMATIC
            Out of office replies are not sent any more            | MATTER
            Automatic replies do not work                          | MATTER
            I am out of the office until 3 May, ask my colleague   | UNCLEAR
            """)
    void errsToTheSideOfWork(String text, Purport expected) {
        assertThat(purport.of(text, Set.of("Sara Lindqvist", "Nina"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"'Thanks\n> It still fails\n> every day', THANKS", "'> Thanks\nIt still fails', MATTER"})
    void whatIsQuotedIsNotSaid(String text, Purport expected) {
        assertThat(purport.of(text, Set.of())).isEqualTo(expected);
    }
}
