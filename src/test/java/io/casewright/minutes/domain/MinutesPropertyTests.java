package io.casewright.minutes.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.calendar.domain.CalendarText;
import io.casewright.calendar.domain.Holidays;
import io.casewright.calendar.domain.ServiceCalendar;
import io.casewright.minutes.domain.Fact.What;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whatever happens to a case, its seconds are those that a walk from second to second counts, and they add up. */
class MinutesPropertyTests {

    private static final int SEQUENCES = 600;
    private static final ServiceCalendar ALWAYS = ServiceCalendar.of(
            new CalendarText("UTC", List.of("mon-sun 00:00-24:00"), null, null, List.of(), List.of()), Holidays.NONE);
    private static final List<String> ISSUES = List.of("EX1", "MO2");
    private static final List<String> TICKETS = List.of("CW-2026-000001-T1", "CW-2026-000001-T2");

    /** Both nights in which a clock is changed, a year's end, and a day like any other. */
    private static final List<String> BEGINNINGS =
            List.of("2026-03-27T20:11:07Z", "2026-10-23T21:00:00Z", "2026-12-31T22:59:59Z", "2026-06-10T09:30:30Z");

    private static final Map<String, What> FACTS = new TreeMap<>(Map.ofEntries(
            Map.entry("us", What.OURS),
            Map.entry("question", What.QUESTION_ASKED),
            Map.entry("consent", What.CONSENT_ASKED),
            Map.entry("confirmation", What.CONFIRMATION_ASKED),
            Map.entry("linked", What.ISSUE_AWAITED),
            Map.entry("unlinked", What.ISSUE_TAKEN_BACK),
            Map.entry("handed", What.HANDED_OFF),
            Map.entry("ended", What.ENDED),
            Map.entry("wrote", What.CUSTOMER_WROTE),
            Map.entry("heard", What.CUSTOMER_HEARD),
            Map.entry("prepared", What.TICKET_TO_FILE),
            Map.entry("filed", What.TICKET_THEIRS),
            Map.entry("answered", What.TICKET_THEIRS),
            Map.entry("asked", What.TICKET_OURS),
            Map.entry("shut", What.TICKET_ENDED)));

    @Test
    void addUpToTheSecondWhateverHappens() {
        var met = new EnumMap<Owner, Integer>(Owner.class);
        int reopened = 0;
        int closedAtVendor = 0;
        for (long seed = 0; seed < SEQUENCES; seed++) {
            var minutes = play(seed);
            minutes.byOwner().keySet().forEach(owner -> met.merge(owner, 1, Integer::sum));
            closedAtVendor += minutes.stretches().stream().anyMatch(MinutesPropertyTests::isClosedAtVendor) ? 1 : 0;
            reopened += minutes.nobodys() > 0 ? 1 : 0;
        }
        assertThat(met.keySet()).contains(Owner.CUSTOMER, Owner.RESELLER, Owner.MICROSOFT, Owner.CLOSED_HOURS);
        assertThat(met.values()).allSatisfy(times -> assertThat(times).isGreaterThan(100));
        assertThat(reopened).as("cases that were reopened").isGreaterThan(50);
        assertThat(closedAtVendor).as("cases that waited for a closed vendor").isGreaterThan(50);
    }

    private static boolean isClosedAtVendor(OwnedStretch stretch) {
        return stretch.owner() == Owner.CLOSED_HOURS
                && (stretch.reason() == Reason.TICKET || stretch.reason() == Reason.KNOWN_ISSUE);
    }

    private static Minutes play(long seed) {
        var random = new Random(seed);
        var zone = List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe")
                .get(random.nextInt(3));
        int opens = random.nextInt(12);
        int closes = opens + 1 + random.nextInt(23 - opens);
        var naive = new NaiveMinutes(ZoneId.of(zone), opens, closes);
        var facts = new ArrayList<Fact>();
        var start = Instant.parse(BEGINNINGS.get(random.nextInt(BEGINNINGS.size())));
        var at = start.plusMillis(random.nextInt(1000));
        var story = new StringBuilder("seed " + seed + " in " + zone + " " + opens + "-" + closes);
        var words = new ArrayList<>(FACTS.keySet());
        int many = 1 + random.nextInt(25);
        for (int i = 0; i < many; i++) {
            String word = i == 0 ? "us" : words.get(random.nextInt(words.size()));
            String about = switch (word) {
                case "linked", "unlinked" -> ISSUES.get(random.nextInt(ISSUES.size()));
                case "prepared", "filed", "answered", "asked", "shut" -> TICKETS.get(random.nextInt(TICKETS.size()));
                default -> null;
            };
            // A ticket that is filed was prepared.
            if (word.equals("prepared")) {
                word = "filed";
            }
            story.append("\n").append(at).append(' ').append(word).append(' ').append(about);
            naive.hear(at.getEpochSecond(), word, about == null ? "" : about);
            facts.add(new Fact(at, FACTS.get(word), about, Owner.MICROSOFT));
            // At times a clock is put back.
            at = at.plusMillis(random.nextInt(20) == 0 ? -3_600_000 : random.nextInt(20_000_000));
        }
        var end = at.plusSeconds(7200);
        var vendor = new ArrayList<Hours>();
        for (var since = start; random.nextBoolean(); since = since.plusMillis(random.nextInt(80_000_000))) {
            int from = random.nextInt(12);
            int to = from + 1 + random.nextInt(12);
            if (vendor.isEmpty()) {
                vendor.add(new Hours(Instant.EPOCH, ALWAYS));
            }
            vendor.add(new Hours(since, calendar(zone, from, to)));
            naive.vendorIsOpen(since.getEpochSecond(), from, to);
            story.append("\n")
                    .append(since)
                    .append(" vendor ")
                    .append(from)
                    .append('-')
                    .append(to);
        }
        var hours = new OpenHours(
                List.of(new Hours(Instant.EPOCH, calendar(zone, opens, closes))), Map.of(Owner.MICROSOFT, vendor));
        var minutes = Minutes.of(facts, Owner.RESELLER, hours, end);
        assertThat(words(minutes)).as("%s", story).isEqualTo(naive.count(end.getEpochSecond()));
        assertThat(minutes.stretches().stream()
                        .filter(MinutesPropertyTests::isClosedAtVendor)
                        .mapToLong(OwnedStretch::seconds)
                        .sum())
                .as("%s", story)
                .isEqualTo(naive.closedAtVendor());
        assertThat(minutes.seconds() + minutes.nobodys())
                .as("%s", story)
                .isEqualTo(
                        minutes.stretches().isEmpty()
                                ? 0
                                : minutes.stretches().getLast().to().getEpochSecond()
                                        - minutes.stretches().getFirst().from().getEpochSecond());
        return minutes;
    }

    private static Map<String, Long> words(Minutes minutes) {
        var words = new TreeMap<String, Long>();
        minutes.byOwner()
                .forEach((owner, seconds) -> words.put(
                        switch (owner) {
                            case RESELLER -> "us";
                            case CLOSED_HOURS -> "closed";
                            case CUSTOMER -> "customer";
                            default -> "microsoft";
                        },
                        seconds));
        return words;
    }

    private static ServiceCalendar calendar(String zone, int opens, int closes) {
        return ServiceCalendar.of(
                new CalendarText(
                        zone,
                        List.of("mon-fri %02d:00-%02d:00".formatted(opens, closes)),
                        null,
                        null,
                        List.of(),
                        List.of()),
                Holidays.NONE);
    }
}
