package io.casewright.majorcase.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The same trouble at enough different customers in a short time.
 *
 * @param signs the cases that show it, the first received first
 */
public record Pattern(String service, String region, List<Sign> signs) {

    private record Place(String service, String region) {}

    /**
     * The patterns in these signs, one per service and region.
     *
     * @param customers how many different customers make a pattern
     * @param within how far apart the first and the last of their cases may be
     */
    public static List<Pattern> in(Collection<Sign> signs, int customers, Duration within) {
        return signs.stream()
                .sorted(Comparator.comparing(Sign::receivedAt))
                .collect(Collectors.groupingBy(
                        sign -> new Place(sign.service(), sign.region()), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .flatMap(each -> first(each.getValue(), customers, within)
                        .map(found -> new Pattern(
                                each.getKey().service(), each.getKey().region(), found))
                        .stream())
                .toList();
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
