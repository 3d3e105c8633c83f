package io.casewright.solution;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.testkit.CasewrightTest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CasewrightTest
class SolvedCasesTests {

    @Autowired
    JdbcClient database;

    @Test
    void areFoundByTheFullTextIndex() {
        var plan = database.sql("EXPLAIN " + SolvedCases.SEARCH)
                .param("words", "mailbox")
                .param("asking", "CW-2020-000001")
                .param("product", "Exchange Online")
                .param("limit", 5)
                .query()
                .singleRow();
        assertThat(plan).containsEntry("type", "fulltext").containsEntry("key", "ft_solved_case_words");
    }

    @Test
    void keepIntakeFreeOfFullText() {
        assertThat(database.sql("SELECT DISTINCT table_name FROM information_schema.statistics"
                                + " WHERE table_schema = DATABASE() AND index_type = 'FULLTEXT'")
                        .query(String.class)
                        .list())
                .containsExactly("solved_case");
    }

    @Test
    void areSearchedByWordsEachOnce() {
        assertThat(SearchWords.of("Mail: \"late\" +mail データ an -x Überfällig 2026 0x80070005", Set.of()))
                .containsExactly("mail", "late", "デー_", "ータ_", "überfällig", "0x80070005");
        assertThat(SearchWords.of("Kalender", Set.of("slow", "admin-right")))
                .containsExactly("topic_admin_right", "topic_slow", "topic_admin_right_topic_slow", "kalender");
        assertThat(SearchWords.of("長い話".repeat(5000), Set.of())).hasSize(3);
    }
}
