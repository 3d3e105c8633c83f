package io.casewright.platform.engine.place;

import static io.casewright.platform.personal.Treatment.DOCUMENT;

import io.casewright.platform.personal.PersonalData;
import io.casewright.platform.personal.PersonalTable;
import java.util.List;
import org.springframework.stereotype.Component;

/** What running processes know. Of a case that has ended none runs; where others name the person, the engine is told too. */
@Component
class PlacePersonalData implements PersonalData {

    private final CleanVariables variables;

    PlacePersonalData(CleanVariables variables) {
        this.variables = variables;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.ofCase("process_place", "case_number IN (:numbers)")
                        .called("running processes")
                        .with(DOCUMENT, "variables")
                        .whenChanged(variables::order)
                        .copy(),
                PersonalTable.byMention("process_place", "case_number IS NULL")
                        .called("running processes")
                        .with(DOCUMENT, "variables")
                        .whenChanged(variables::order),
                PersonalTable.ofCase("engine_message", "SUBSTRING_INDEX(correlation_key, ':', 1) IN (:numbers)")
                        .called("messages to the engine")
                        .with(DOCUMENT, "message")
                        .deleted()
                        .copy(),
                PersonalTable.byMention("engine_message", "TRUE")
                        .called("messages to the engine")
                        .with(DOCUMENT, "message"));
    }
}
