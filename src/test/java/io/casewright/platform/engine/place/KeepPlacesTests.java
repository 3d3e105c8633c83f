package io.casewright.platform.engine.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.testkit.CasewrightTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CasewrightTest
class KeepPlacesTests {

    private static final long PROCESS = 9_100_000_001L;

    @Autowired
    KeepPlaces places;

    @Autowired
    JdbcClient database;

    @Test
    void aVisitIsTheFirstUntilItIsWrittenDown() {
        var registering = visit(PROCESS, "serviceTask_RegisterCase", 9_100_000_011L);
        var first = places.begin(registering);
        assertThat(first.isFirst()).isTrue();
        assertThat(first.isAgain()).isFalse();
        var second = places.begin(registering);
        assertThat(second.isFirst()).isFalse();
        assertThat(second.value()).isEqualTo(first.value());
    }

    @Test
    void theNextStepTakesThePlaceOfTheOneBefore() {
        long process = PROCESS + 1;
        places.begin(visit(process, "serviceTask_RegisterCase", 9_100_000_021L));
        assertThat(places.begin(visit(process, "serviceTask_ReadRequest", 9_100_000_022L))
                        .isFirst())
                .isTrue();
        assertThat(elementsOf(process)).containsExactly("serviceTask_ReadRequest");
    }

    private static Visit visit(long process, String element, long key) {
        return new Visit("support-case", process, element, key, "CW-2026-910001", null, Map.of(), "{}");
    }

    private List<String> elementsOf(long process) {
        return database.sql("SELECT element_id FROM process_place WHERE process_instance_key = ?")
                .param(process)
                .query(String.class)
                .list();
    }
}
