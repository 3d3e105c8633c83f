package io.casewright.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as a simulated interface sees it.
 *
 * @param token whom the bearer token was given out for
 * @param address the simulator's own root, for links to further pages
 * @param variables parts of the path, by their names in braces
 * @param headers by their names in small letters
 * @param body null when there is none
 */
public record Exchange(
        Tokens.Holder token,
        String address,
        String path,
        Map<String, String> variables,
        Map<String, List<String>> query,
        Map<String, String> headers,
        JsonNode body) {

    public String variable(String name) {
        return variables.get(name);
    }

    public Optional<String> query(String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT)));
    }
}
