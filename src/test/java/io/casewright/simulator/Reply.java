package io.casewright.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a simulated interface answers; a body that is a string or bytes goes out as it is, anything else as JSON. */
public record Reply(int status, Map<String, String> headers, Object body) {

    public static Reply ok(Object body) {
        return new Reply(200, Map.of(), body);
    }

    public static Reply of(int status, Object body) {
        return new Reply(status, Map.of(), body);
    }

    public Reply header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }
}
