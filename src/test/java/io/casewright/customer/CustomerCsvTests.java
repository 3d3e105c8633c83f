package io.casewright.customer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.customer.CustomerCsv.Column;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerCsvTests {

    @ParameterizedTest
    @ValueSource(strings = {"tenant_id,name\n1,Élan", "\uFEFFtenant_id;name\r\n1;Élan\r\n", "Name;Tenant ID\nÉlan;1"})
    void isReadWithEitherSeparatorWithOrWithoutMark(String file) {
        var rows = CustomerCsv.rowsOf(CustomerCsv.textOf(file.getBytes(UTF_8)));
        assertThat(rows).containsExactly(new CustomerCsv.Row(2, Map.of(Column.TENANT_ID, "1", Column.NAME, "Élan")));
    }

    @Test
    void quotesHoldSeparatorsQuotesAndLineEnds() {
        var rows = CustomerCsv.rowsOf("tenant_id,name\n1,\"A, \"\"B\"\"\nC\"\n\n3,D");
        assertThat(rows).extracting(row -> row.cell(Column.NAME)).containsExactly("A, \"B\"\nC", "D");
        assertThat(rows).extracting(CustomerCsv.Row::number).containsExactly(2, 4);
    }

    @Test
    void whatLooksLikeAFormulaIsText() {
        var rows = CustomerCsv.rowsOf("tenant_id,name,contact_phone,contact_name\n1,\"=1+1\",+49 30 5550101,@SUM(A1)");
        assertThat(rows.getFirst().cells())
                .containsEntry(Column.NAME, "=1+1")
                .containsEntry(Column.CONTACT_PHONE, "+49 30 5550101")
                .containsEntry(Column.CONTACT_NAME, "@SUM(A1)");
    }

    @Test
    void anEmptyCellSaysNothing() {
        assertThat(CustomerCsv.rowsOf("tenant_id,name,partner\n1,,").getFirst().says(Column.NAME))
                .isFalse();
    }

    @Test
    void anotherCharsetIsRefusedWithTheRemedy() {
        assertThatThrownBy(() -> CustomerCsv.textOf("tenant_id,name\n1,Élan".getBytes(ISO_8859_1)))
                .isInstanceOf(CsvUnreadable.class)
                .hasMessageContaining("CSV UTF-8");
    }

    @Test
    void moreThanTwoMegabytesOrTwoThousandRowsAreRefused() {
        assertThatThrownBy(() -> CustomerCsv.textOf(new byte[CustomerCsv.LARGEST + 1]))
                .hasMessageContaining("larger than 2 MB");
        assertThatThrownBy(() -> CustomerCsv.rowsOf("tenant_id\n" + "1\n".repeat(2_001)))
                .hasMessageContaining("more than 2,000 rows");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    tenant_id,colour^1,red          | “colour” is none of
                    tenant_id,name,name^1,A,B       | is there twice
                    name^A                          | tenant_id is needed
                    tenant_id                       | no rows below the header
                    tenant_id,name^1,A,B            | Row 2 has more cells
                    tenant_id,name^1,A^2,"B         | Row 3 cannot be read
                    """)
    void whatIsNoSuchListIsRefusedWithTheReason(String file, String reason) {
        assertThatThrownBy(() -> CustomerCsv.rowsOf(file.replace('^', '\n')))
                .isInstanceOf(CsvUnreadable.class)
                .hasMessageContaining(reason);
    }
}
