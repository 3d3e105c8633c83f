package io.casewright.plan.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.calendar.CalendarVersions;
import io.casewright.plan.domain.PlanFields;
import io.casewright.plan.domain.PlanVersion;
import io.casewright.plan.domain.TermsReading;
import io.casewright.platform.database.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Versions as rows. The calendar stands beside, by its name, so that nothing is kept twice. */
@Component
class PlanRows {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final CalendarVersions calendars;
    private final ObjectMapper json;

    PlanRows(CalendarVersions calendars, ObjectMapper json) {
        this.calendars = calendars;
        this.json = json;
    }

    PlanVersion version(ResultSet row) throws SQLException {
        String calendar = row.getString("calendar");
        var texts = new HashMap<>(fields(row.getString("content")).values());
        texts.putAll(PlanFields.ofCalendar(calendars.textOf(calendar)).values());
        var fields = new PlanFields(texts);
        return new PlanVersion(
                row.getLong("plan_id"),
                row.getString("name"),
                row.getInt("number"),
                UtcTime.read(row, "valid_from"),
                calendar,
                calendars.named(calendar),
                TermsReading.of(fields),
                fields);
    }

    PlanFields fields(String content) {
        try {
            return new PlanFields(json.readValue(content, TEXTS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is kept of a plan cannot be read", e);
        }
    }

    String content(PlanFields fields) {
        try {
            return json.writeValueAsString(fields.values());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A plan cannot be written", e);
        }
    }
}
