package io.casewright.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.casewright.calendar.domain.MinuteWalker.Raw;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever week, holidays and exceptions chance makes up, the calendar says what a walk along the clock on the wall says. */
class ServiceCalendarPropertyTests {

    private static final List<String> NAMES = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final int DAY = 1440;

    /** The middle of each is a night in which the clocks change, a leap day, the end of a year, or nothing of the kind. */
    @ParameterizedTest(name = "{0} around {1}")
    @CsvSource({
        "Europe/Berlin, 2026-03-29",
        "Europe/Berlin, 2026-10-25",
        "America/New_York, 2026-03-08",
        "America/New_York, 2026-11-01",
        "Australia/Lord_Howe, 2026-04-05",
        "Australia/Lord_Howe, 2026-10-04",
        "America/Havana, 2026-11-01",
        "Asia/Beirut, 2026-03-29",
        "Pacific/Apia, 2011-12-30",
        "America/St_Johns, 2006-10-29",
        "Europe/Berlin, 2028-02-29",
        "America/New_York, 2026-12-31",
        "Asia/Kolkata, 2026-12-31",
        "Asia/Kathmandu, 2028-02-29",
        "UTC, 2026-07-01"
    })
    void agreesWithTheWalker(String zone, LocalDate middle) {
        for (long seed = 0; seed < 40; seed++) {
            var made = new Made(zone, middle, seed);
            var from = made.instant(-3);
            var to = made.instant(3);
            var said = "seed " + seed + ", " + made.text + " from " + from + " to " + to;

            assertThat(made.calendar.between(from, to))
                    .as("time between, %s", said)
                    .isEqualTo(Duration.ofSeconds(made.walker.openSeconds(from, to, 60)));
            var minutes = made.random.nextInt(0, 2000);
            assertThat(made.calendar.after(from, Duration.ofMinutes(minutes)))
                    .as("instant after %s minutes, %s", minutes, said)
                    .isEqualTo(made.walker.after(from, minutes));
            assertStretches(made, from, to, said);
        }
    }

    private static void assertStretches(Made made, Instant from, Instant to, String said) {
        var reached = from;
        for (var stretch : made.calendar.stretches(from, to)) {
            assertThat(stretch.from()).as("no gap, %s", said).isEqualTo(reached);
            for (var at = stretch.from(); at.isBefore(stretch.to()); at = at.plusSeconds(60)) {
                // Millions of times: a message is only made of what fails.
                if (!why(stretch).equals(made.walker.closedFor(at))) {
                    fail("%s is \"%s\" to the walker, but in %s, %s", at, made.walker.closedFor(at), stretch, said);
                }
            }
            assertThat(made.calendar.isOpen(stretch.from())).as(said).isEqualTo(stretch.isOpen());
            reached = stretch.to();
        }
        assertThat(reached).as("up to the end, %s", said).isEqualTo(from.isBefore(to) ? to : from);
    }

    private static String why(Stretch stretch) {
        return switch (stretch.kind()) {
            case OPEN -> "";
            case OUTSIDE_HOURS -> "outside hours";
            case DAY_OFF -> String.valueOf(stretch.dayOff());
        };
    }

    @Test
    void isExactToTheSecondInTheNightsInWhichTheClocksChange() {
        for (long seed = 0; seed < 20; seed++) {
            for (var night :
                    List.of("Europe/Berlin 2026-03-29", "Europe/Berlin 2026-10-25", "Australia/Lord_Howe 2026-04-05")) {
                var parts = night.split(" ");
                var made = new Made(parts[0], LocalDate.parse(parts[1]), seed);
                var from = LocalDate.parse(parts[1])
                        .atStartOfDay(ZoneId.of(parts[0]))
                        .toInstant()
                        .plusSeconds(made.random.nextInt(3600));
                var to = from.plusSeconds(made.random.nextInt(4 * 3600));
                assertThat(made.calendar.between(from, to))
                        .as("seed %s, %s, %s from %s to %s", seed, night, made.text, from, to)
                        .isEqualTo(Duration.ofSeconds(made.walker.openSeconds(from, to, 1)));
            }
        }
    }

    @Test
    void goesThereAndBack() {
        for (long seed = 0; seed < 300; seed++) {
            var made = new Made("Europe/Berlin", LocalDate.of(2026, 10, 25), seed);
            var start = made.instant(-3).plusNanos(1000L * made.random.nextInt(60_000_000));
            var time = Duration.ofSeconds(made.random.nextInt(1, 200_000), 1000L * made.random.nextInt(1_000_000));
            var end = made.calendar.after(start, time);
            assertThat(made.calendar.between(start, end))
                    .as("seed %s, %s", seed, made.text)
                    .isEqualTo(time);
            assertThat(made.calendar.between(start, end.minusNanos(1000)))
                    .as("not a moment earlier, seed %s, %s", seed, made.text)
                    .isLessThan(time);
        }
    }

    /** A calendar of chance, written down for people and once more for the walker. */
    private static final class Made {

        final Random random;
        final CalendarText text;
        final ServiceCalendar calendar;
        final MinuteWalker walker;
        private final String zone;
        private final LocalDate middle;
        private final List<Raw> raw = new ArrayList<>();

        Made(String zone, LocalDate middle, long seed) {
            this.zone = zone;
            this.middle = middle;
            random = new Random(seed);
            var hours = hours();
            var holidays = new LinkedHashMap<String, String>();
            var closed = new LinkedHashMap<String, String>();
            for (int day = -4; day <= 4; day++) {
                if (random.nextInt(5) == 0) {
                    (random.nextBoolean() ? holidays : closed)
                            .put(middle.plusDays(day).toString(), "Feast " + day);
                }
            }
            // Now and then nothing is open for a week.
            if (random.nextInt(6) == 0) {
                for (int day = -4; day <= 3; day++) {
                    closed.put(middle.plusDays(day).toString(), "Holidays of the works");
                }
            }
            text = new CalendarText(
                    zone,
                    hours,
                    null,
                    null,
                    closed.entrySet().stream()
                            .map(day -> day.getKey() + " " + day.getValue())
                            .toList(),
                    openSpans());
            calendar = ServiceCalendar.of(text, date -> Optional.ofNullable(holidays.get(date.toString())));
            var daysOff = new LinkedHashMap<>(holidays);
            daysOff.putAll(closed);
            walker = new MinuteWalker(zone, raw, Map.copyOf(daysOff));
        }

        private List<String> hours() {
            var written = new ArrayList<String>();
            int free = 0;
            for (int day = 1; day <= 7; day++) {
                int from = free;
                while (random.nextInt(3) > 0 && from < DAY - 1) {
                    from += random.nextInt(Math.min(500, DAY - from));
                    int to = from + 1 + random.nextInt(700);
                    // The last night of the week must end before its first morning.
                    to = Math.min(to, day == 7 ? DAY : from + DAY);
                    raw.add(new Raw(day, null, from, to));
                    written.add(NAMES.get(day - 1) + " " + times(from, to));
                    from = to;
                }
                free = Math.max(0, from - DAY);
            }
            if (written.isEmpty()) {
                raw.add(new Raw(3, null, 540, 1020));
                written.add("wed 09:00-17:00");
            }
            return written;
        }

        private List<String> openSpans() {
            var written = new ArrayList<String>();
            for (int day = -3; day <= 3; day += 2) {
                if (random.nextInt(3) == 0) {
                    int from = random.nextInt(DAY);
                    int to = from + 1 + random.nextInt(600);
                    var date = middle.plusDays(day).toString();
                    raw.add(new Raw(0, date, from, to));
                    written.add(date + " " + times(from, to));
                }
            }
            return written;
        }

        private static String times(int from, int to) {
            return time(from) + "-" + (to > DAY ? "next day " + time(to - DAY) : time(to));
        }

        private static String time(int minute) {
            return "%02d:%02d".formatted(minute / 60, minute % 60);
        }

        Instant instant(int days) {
            return middle.plusDays(days)
                    .atStartOfDay(ZoneId.of(zone))
                    .toInstant()
                    .plusSeconds(60L * random.nextInt(DAY));
        }
    }
}
