package io.casewright.chaos;

import io.casewright.chaos.Life.Pace;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code ./casewright chaos}: {@code --seed N}, {@code --cases N}; {@code --some} takes the faults of the short run, and {@code --only TEXT}
 * those of the long one whose words hold the text, {@code --only none} therefore none.
 */
final class Chaos {

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

    private Chaos() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        var options = List.of(arguments);
        long seed = number(options, "--seed", System.currentTimeMillis() % 100_000 + 1);
        int cases = (int) number(options, "--cases", 200);
        var report = options.contains("--some") ? ChaosRun.some(seed, cases) : of(options, seed, cases);
        System.out.println(report.text());
        System.exit(report.wrong().isEmpty() ? 0 : 1);
    }

    private static ChaosReport of(List<String> options, long seed, int cases) throws IOException, SQLException {
        if (!options.contains("--only")) {
            return ChaosRun.whole(seed, cases);
        }
        String only = value(options, "--only");
        var faults = FaultPlan.whole(seed).stream()
                .filter(fault -> fault.words().contains(only))
                .toList();
        return ChaosRun.run(seed, cases, faults, new Pace(Duration.ofSeconds(3), Duration.ofMinutes(3)));
    }

    private static long number(List<String> options, String name, long otherwise) {
        if (!options.contains(name)) {
            return otherwise;
        }
        String value = value(options, name);
        if (!NUMBER.matcher(value).matches()) {
            System.err.printf("%s is \"%s\", but it must be a whole number from 1 to 999999999.%n", name, value);
            System.exit(2);
        }
        return Long.parseLong(value);
    }

    private static String value(List<String> options, String name) {
        int at = options.indexOf(name) + 1;
        return at < options.size() ? options.get(at) : "";
    }
}
