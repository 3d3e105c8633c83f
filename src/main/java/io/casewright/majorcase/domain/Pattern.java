package io.casewright.majorcase.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The same trouble at enough different customers in a short time.
 *
 * @param symptom what goes wrong at all of them
 * @param signs the cases that show it, the first received first
 */
public record Pattern(String service, String region, String symptom, List<Sign> signs) {

    private record Place(String service, String region) {}

    /**
     * The patterns in these signs, per service, region and symptom. A sign is in one pattern at most, in the greatest.
     *
     * @param customers how many different customers make a pattern
     * @param within how far apart the first and the last of their cases may be
     */
    public static List<Pattern> in(Collection<Sign> signs, int customers, Duration within) {
        var byPlace = signs.stream()
                .sorted(Comparator.comparing(Sign::receivedAt))
                .collect(Collectors.groupingBy(
                        sign -> new Place(sign.service(), sign.region()), LinkedHashMap::new, Collectors.toList()));
        var found = new ArrayList<Pattern>();
        byPlace.values().forEach(there -> {
            var rest = new ArrayList<>(there);
            Optional<Pattern> greatest = greatest(rest, customers, within);
            while (greatest.isPresent()) {
                found.add(greatest.get());
                rest.removeAll(greatest.get().signs());
                greatest = greatest(rest, customers, within);
            }
        });
        return found;
    }

    private static Optional<Pattern> greatest(List<Sign> signs, int customers, Duration within) {
        return signs.stream()
                .flatMap(sign -> sign.symptoms().stream())
                .distinct()
                .sorted()
                .flatMap(symptom -> first(showing(symptom, signs), customers, within)
                        .map(all -> new Pattern(
                                all.getFirst().service(), all.getFirst().region(), symptom, all))
                        .stream())
                .max(Comparator.comparingInt(pattern -> pattern.signs().size()));
    }

    private static List<Sign> showing(String symptom, List<Sign> signs) {
        return signs.stream().filter(sign -> sign.symptoms().contains(symptom)).toList();
    }

    /** From the first sign after which enough customers followed in time, all that came since. */
    private static Optional<List<Sign>> first(List<Sign> signs, int customers, Duration within) {
        for (int from = 0; from < signs.size(); from++) {
            var later = signs.subList(from, signs.size());
            Instant end = later.getFirst().receivedAt().plus(within);
            long different = later.stream()
                    .filter(sign -> !sign.receivedAt().isAfter(end))
                    .map(Sign::customerId)
                    .distinct()
                    .count();
            if (different >= customers) {
                return Optional.of(List.copyOf(later));
            }
        }
        return Optional.empty();
    }

    /** When the first of the cases was received. */
    public Instant since() {
        return signs.getFirst().receivedAt();
    }
}
