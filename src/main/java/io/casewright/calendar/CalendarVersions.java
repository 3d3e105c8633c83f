package io.casewright.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.calendar.domain.CalendarPlace;
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
    private final Map<String, Version> read = new ConcurrentHashMap<>();

    CalendarVersions(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    private record Version(CalendarText text, ServiceCalendar calendar) {

        static Version of(CalendarText text) {
            return new Version(text, Calendars.of(text));
        }
    }

    /** The version of this name, which is there. */
    public ServiceCalendar named(String name) {
        return version(name).calendar();
    }

    /** As it was written down. */
    public CalendarText textOf(String name) {
        return version(name).text();
    }

    private Version version(String name) {
        return read.computeIfAbsent(name, each -> Version.of(read(each)));
    }

    private CalendarText read(String name) {
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
        database.sql("INSERT INTO service_calendar (name, content) VALUES (?, ?)")
                .params(name, written(name, text))
                .update();
    }

    /** The version that has the hours of another one at a place, by its name; adds it in the current transaction when it is not there. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String at(CalendarPlace place, String name) {
        String there = place.nameOf(name);
        var text = textOf(name).at(place);
        // Two that need it first write the same, and who comes second may not see the row of the other yet.
        database.sql("INSERT IGNORE INTO service_calendar (name, content) VALUES (?, ?)")
                .params(there, written(there, text))
                .update();
        read.computeIfAbsent(there, each -> Version.of(text));
        return there;
    }

    private String written(String name, CalendarText text) {
        try {
            return json.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The calendar " + name + " cannot be written", e);
        }
    }
}
