package io.casewright.casefile.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.testkit.CasewrightTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CasewrightTest
class SimilarCasesTests {

    @Autowired
    JdbcClient database;

    @ParameterizedTest
    @CsvSource({"false, ft_support_case_words", "true, ft_support_case_ngrams"})
    void useTheFullTextIndexes(boolean unspaced, String index) {
        var plan = database.sql("EXPLAIN " + SimilarCases.sql(unspaced))
                .param("words", "mailbox")
                .param("asking", "CW-2020-000001")
                .param("product", "Exchange Online")
                .param("limit", 5)
                .query()
                .singleRow();
        assertThat(plan).containsEntry("type", "fulltext").containsEntry("key", index);
    }

    @Test
    void searchBySeparateWords() {
        assertThat(SearchWords.spaced("Mail: \"late\" +mail データ an -x Überfällig"))
                .isEqualTo("Mail late mail Überfällig");
        assertThat(SearchWords.unspaced("Power BIのデータセットの更新 stopped")).isEqualTo("のデータセットの更新");
        assertThat(SearchWords.unspaced("長い".repeat(5000)).length()).isLessThanOrEqualTo(60);
    }
}
