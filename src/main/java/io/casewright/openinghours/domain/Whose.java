package io.casewright.openinghours.domain;

import io.casewright.casefile.domain.Queue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who works at hours of its own.
 *
 * @param name the group of a queue, or where a ticket of a case may be
 */
public record Whose(Kind kind, String name) {

    /** What it is. */
    public enum Kind {
        QUEUE,
        VENDOR
    }

    private static final List<String> VENDORS = List.of("MICROSOFT", "PROVIDER", "VENDOR");

    public static Whose of(Queue queue) {
        return new Whose(Kind.QUEUE, queue.group());
    }

    /** All there are, queues first. */
    public static List<Whose> all() {
        return Stream.concat(
                        Stream.of(Queue.values()).map(Whose::of),
                        VENDORS.stream().map(name -> new Whose(Kind.VENDOR, name)))
                .toList();
    }

    /** Empty when there is none of this key. */
    public static Optional<Whose> ofKey(String key) {
        return all().stream().filter(whose -> whose.key().equals(key)).findFirst();
    }

    /** Its name in addresses; no queue is called like a vendor. */
    public String key() {
        return name.toLowerCase(Locale.ROOT);
    }
}
