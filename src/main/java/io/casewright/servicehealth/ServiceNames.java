package io.casewright.servicehealth;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which words of customers mean which service, feature and region of Microsoft; kept as data. */
@Component
class ServiceNames {

    private final Map<String, Service> services;
    private final Map<String, Set<String>> suites;
    private final Map<String, Pattern> features = new LinkedHashMap<>();
    private final Map<String, Pattern> regions = new LinkedHashMap<>();
    private final Map<String, Pattern> suiteNames = new LinkedHashMap<>();

    private record Service(Set<String> names, Pattern products) {}

    record File(
            Map<String, ServiceWords> services,
            Map<String, List<String>> suites,
            Map<String, List<String>> features,
            Map<String, List<String>> regions) {}

    record ServiceWords(List<String> ids, List<String> products) {}

    ServiceNames(ServiceHealthSettings settings) {
        File file;
        try (var content = settings.services().getInputStream()) {
            file = new YAMLMapper().readValue(content, File.class);
        } catch (IOException e) {
            throw new UncheckedIOException("casewright.service-health.services cannot be read", e);
        }
        services = file.services().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new Service(
                                Stream.concat(Stream.of(entry.getKey()), entry.getValue().ids().stream())
                                        .map(ServiceNames::normal)
                                        .collect(Collectors.toSet()),
                                words(Stream.concat(Stream.of(entry.getKey()), entry.getValue().products().stream())
                                        .toList())),
                        (first, second) -> first,
                        LinkedHashMap::new));
        suites = file.suites().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
        file.suites().keySet().forEach(suite -> suiteNames.put(suite, words(List.of(suite))));
        file.features().forEach((feature, said) -> features.put(normal(feature), words(said)));
        file.regions().forEach((region, said) -> regions.put(region, words(said)));
    }

    /** Our name of the service that an issue names, or its own name in small letters. */
    String serviceOf(ServiceIssue issue) {
        String name = normal(issue.service());
        return services.entrySet().stream()
                .filter(entry -> entry.getValue().names().contains(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(name);
    }

    /** The services that a text names. */
    Set<String> servicesIn(String text) {
        return services.entrySet().stream()
                .filter(entry -> entry.getValue().products().matcher(text).find())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The services inside the suites that a product name names, such as Teams inside Microsoft 365. */
    Set<String> servicesOfSuitesIn(String product) {
        return suiteNames.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(product).find())
                .flatMap(entry -> suites.getOrDefault(entry.getKey(), Set.of()).stream())
                .collect(Collectors.toSet());
    }

    /** Whether the text speaks of the feature, in any language the data knows. */
    boolean speaksOf(String feature, String text) {
        if (feature.isBlank()) {
            return false;
        }
        return features.getOrDefault(normal(feature), words(List.of(feature)))
                .matcher(text)
                .find();
    }

    /** The regions that a text names. */
    Set<String> regionsIn(String text) {
        return regions.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static String normal(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** Whole words only, except that scripts without blanks may stand right beside. A star at the end takes any ending. */
    private static Pattern words(List<String> said) {
        return Pattern.compile(
                said.stream()
                        .map(word -> word.endsWith("*")
                                ? Pattern.quote(word.substring(0, word.length() - 1)) + "[\\p{L}\\p{N}]*"
                                : Pattern.quote(word))
                        .collect(Collectors.joining("|", "(?<![\\p{IsLatin}\\p{N}])(?:", ")(?![\\p{IsLatin}\\p{N}])")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
