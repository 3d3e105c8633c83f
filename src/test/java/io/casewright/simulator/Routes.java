package io.casewright.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which simulated call answers to which method and path; of several that fit, the most specific one. */
public final class Routes {

    private final List<Route> all = new ArrayList<>();

    /** @param needsToken whether it is refused without a bearer token that the simulator gave out */
    record Route(
            String method, String template, PathPattern pattern, boolean needsToken, Function<Exchange, Reply> call) {}

    record Match(Route route, Map<String, String> variables) {}

    /** @param template path with names in braces; the same string as {@code template} in the example messages */
    public Routes on(String method, String template, Function<Exchange, Reply> call) {
        all.add(new Route(method, template, PathPatternParser.defaultInstance.parse(template), true, call));
        return this;
    }

    /** A call for whoever directs the simulation; it needs no token and has no example. */
    public Routes direct(String method, String template, Function<Exchange, Reply> call) {
        all.add(new Route(method, template, PathPatternParser.defaultInstance.parse(template), false, call));
        return this;
    }

    Optional<Match> find(String method, String path) {
        var container = PathContainer.parsePath(path);
        return all.stream()
                .filter(route ->
                        route.method().equals(method) && route.pattern().matches(container))
                .min((one, other) -> PathPattern.SPECIFICITY_COMPARATOR.compare(one.pattern(), other.pattern()))
                .map(route -> new Match(
                        route, route.pattern().matchAndExtract(container).getUriVariables()));
    }
}
