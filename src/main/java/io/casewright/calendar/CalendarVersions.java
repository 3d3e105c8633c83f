package io.casewright.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.calendar.domain.CalendarText;
import io.casewright.calendar.domain.ServiceCalendar;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Calendars by the name of their version, which never changes, so it is read once: promises are measured by it, and plans tell it. */
@Component
public class CalendarVersions {

    /** Open round the clock. */
    public static final String ALWAYS = "always-1";

    private final JdbcClient database;
    private final ObjectMapper json;
    private final Map<String, ServiceCalendar> read = new ConcurrentHashMap<>();

    CalendarVersions(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The version of this name, which is there. */
    public ServiceCalendar named(String name) {
        return read.computeIfAbsent(name, this::read);
    }

    /** As it was written down. */
    public CalendarText textOf(String name) {
        String content = database.sql("SELECT content FROM service_calendar WHERE name = ?")
                .param(name)
                .query(String.class)
                .single();
        try {
            return json.readValue(content, CalendarText.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The calendar " + name + " in service_calendar cannot be read", e);
        }
    }

    /** Adds a version in the current transaction. Its name must be a new one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(String name, CalendarText text) {
        try {
            database.sql("INSERT INTO service_calendar (name, content) VALUES (?, ?)")
                    .params(name, json.writeValueAsString(text))
                    .update();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The calendar " + name + " cannot be written", e);
        }
    }

    private ServiceCalendar read(String name) {
        return Calendars.of(textOf(name));
    }
}
