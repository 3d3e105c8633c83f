package io.casewright.testkit;

import io.casewright.plan.domain.PlanFields;
import java.util.HashMap;
import java.util.Map;

/** A plan as somebody writes it down, with nothing wrong in it. */
public final class PlanText {

    private PlanText() {}

    public static PlanFields right() {
        return new PlanFields(fields());
    }

    public static Map<String, String> fields() {
        var fields = new HashMap<String, String>();
        for (var language : new String[] {"en", "de"}) {
            fields.put(language + ".name", "Plus " + language);
            fields.put(language + ".summary", "More of everything");
            fields.put(language + ".technical", "All that does not work");
            fields.put(language + ".contact", "phone\ne-mail");
        }
        fields.putAll(Map.of(
                "languages", "en\nde",
                "calendar.zone", "Europe/Berlin",
                "calendar.hours", "mon-fri 09:00-17:00",
                "calendar.country", "de",
                "charging.model", "HOURLY",
                "charging.price", "120.00",
                "charging.currency", "EUR",
                "delivery.firstLine", "OWN",
                "delivery.secondLine", "OUTSOURCED"));
        for (var severity : PlanFields.SEVERITIES) {
            fields.put("targets." + severity + ".firstResponse", "2 h");
            fields.put("targets." + severity + ".resolution", "16 h");
        }
        return fields;
    }
}
