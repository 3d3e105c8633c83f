package io.casewright.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.casewright.platform.text.TypedNumber.NotUnderstood;
import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and amounts are taken as they are written anywhere, and never as what they are not. */
class TypedNumberTests {

    private static final Currency EURO = Currency.getInstance("EUR");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1240           | 1 240.00 EUR
            1.240,00       | 1 240.00 EUR
            1,240.00       | 1 240.00 EUR
            1.240,5        | 1 240.50 EUR
            1240,00        | 1 240.00 EUR
            1240.5         | 1 240.50 EUR
            1240.00        | 1 240.00 EUR
            1 240,00       | 1 240.00 EUR
            1 240          | 1 240.00 EUR
            1’240.50       | 1 240.50 EUR
            1'240          | 1 240.00 EUR
            12.345.678,90  | 12 345 678.90 EUR
            12,345,678     | 12 345 678.00 EUR
            0,99           | 0.99 EUR
            0              | 0.00 EUR
            12,5 EUR       | 12.50 EUR
            EUR 12,50      | 12.50 EUR
            € 12.50        | 12.50 EUR
            12,50€         | 12.50 EUR
            eur 1.240,00   | 1 240.00 EUR
            1234,56        | 1 234.56 EUR
            """)
    void isWhatEverybodyReadsInIt(String typed, String understood) throws NotUnderstood {
        assertThat(Money.typed(typed, EURO).toString().replace('\u00a0', ' ')).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.240      | “1.240” is 1240 to some and 1.24 to others. Write 1240 or 1240.00
            1,240      | “1,240” is 1240 to some and 1.24 to others. Write 1240 or 1240.00
            EUR 1.240  | “1.240” is 1240 to some and 1.24 to others. Write 1240 or 1240.00
            999.000    | “999.000” is 999000 to some and 999 to others. Write 999000 or 999000.00
            """)
    void isRefusedWhereItCanBeReadInTwoWays(String typed, String problem) {
        assertThatExceptionOfType(NotUnderstood.class)
                .isThrownBy(() -> Money.typed(typed, EURO))
                .withMessage(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-5",
                "1.24.0",
                "1,24,000.00",
                "1.240,000",
                "0.001",
                "0,240",
                "1 24",
                "1.240 000",
                "1.2401",
                "12,",
                ",5",
                "1e3",
                "0x10",
                "abc",
                "12 50,00",
                "1..2",
                "１２",
                "NaN",
                "12;5",
                "1.240,0.0"
            })
    void isRefusedWhereItIsNone(String typed) {
        assertThatExceptionOfType(NotUnderstood.class)
                .isThrownBy(() -> Money.typed(typed, EURO))
                .withMessage("must be an amount such as 1240.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12 USD", "$12", "£ 12", "CHF 12.00", "12 ABC"})
    void isRefusedInAnotherCurrency(String typed) {
        assertThatExceptionOfType(NotUnderstood.class)
                .isThrownBy(() -> Money.typed(typed, EURO))
                .withMessage("must be in EUR, as all amounts of this customer");
    }

    @ParameterizedTest
    @CsvSource({"JPY, 1240, 1 240 JPY", "'USD', '1,240.00', '1 240.00 USD'", "KWD, '12,500.125', '12 500.125 KWD'"})
    void hasTheDecimalsOfItsCurrency(String currency, String typed, String understood) throws NotUnderstood {
        assertThat(Money.typed(typed, Currency.getInstance(currency)).toString().replace('\u00a0', ' '))
                .isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "'1.000.000', 1000000", "'1 200', 1200", "0, 0", "' 7 ', 7"})
    void isAWholeNumber(String typed, int understood) throws NotUnderstood {
        assertThat(TypedNumber.whole(typed, 0, 10_000_000)).isEqualTo(understood);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.000", "1,000", "12.5", "12.0", "-1", "10000001", "99999999999999999999", "seven"})
    void isNoWholeNumber(String typed) {
        assertThatExceptionOfType(NotUnderstood.class).isThrownBy(() -> TypedNumber.whole(typed, 0, 10_000_000));
    }
}
