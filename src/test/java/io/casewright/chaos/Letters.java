package io.casewright.chaos;

import io.casewright.localstack.MySqlServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The letters that the database knows and those that the mail server took, by case. */
final class Letters {

    private static final Pattern NUMBER = Pattern.compile("CW-\\d{4}-\\d{6}");

    private final Map<String, List<Letter>> written = new HashMap<>();
    private final Map<String, Integer> replies = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();
    private final Map<String, String> caseOf = new HashMap<>();

    private record Letter(String id, String delivery) {}

    static Letters read(String databaseUrl, Path journal) throws IOException, SQLException {
        var letters = new Letters();
        if (Files.exists(journal)) {
            Files.readAllLines(journal).forEach(letters::take);
        }
        try (var connection = DriverManager.getConnection(databaseUrl, MySqlServer.USER, MySqlServer.PASSWORD);
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT case_number, direction, internet_message_id, delivery FROM message"
                                + " WHERE direction IS NOT NULL")) {
            while (rows.next()) {
                if (rows.getString("direction").equals("INBOUND")) {
                    letters.replies.merge(rows.getString("case_number"), 1, Integer::sum);
                } else {
                    letters.written
                            .computeIfAbsent(rows.getString("case_number"), any -> new ArrayList<>())
                            .add(new Letter(rows.getString("internet_message_id"), rows.getString("delivery")));
                }
            }
        }
        return letters;
    }

    private void take(String line) {
        String[] mail = line.split("\t", 2);
        taken.merge(mail[0], 1, Integer::sum);
        var number = NUMBER.matcher(mail[1]);
        if (number.find()) {
            caseOf.put(mail[0], number.group());
        }
    }

    /** What is wrong with the letters of the case. */
    List<String> faultsOf(String caseNumber, int expected, int wrote) {
        var faults = new ArrayList<String>();
        var mine = written.getOrDefault(caseNumber, List.of());
        if (mine.size() != expected) {
            faults.add("%d letters in place of %d".formatted(mine.size(), expected));
        }
        mine.stream()
                .filter(letter -> !"SENT".equals(letter.delivery()))
                .forEach(letter -> faults.add("a letter is " + letter.delivery()));
        mine.stream()
                .filter(letter -> !taken.containsKey(letter.id()))
                .forEach(letter -> faults.add("a letter never came: " + letter.id()));
        caseOf.forEach((id, number) -> {
            if (number.equals(caseNumber)
                    && mine.stream().noneMatch(letter -> letter.id().equals(id))) {
                faults.add("a letter came that nobody wrote: " + id);
            }
        });
        int kept = replies.getOrDefault(caseNumber, 0);
        if (kept != wrote) {
            faults.add("%d messages of the customer in place of %d".formatted(kept, wrote));
        }
        return faults;
    }

    int count() {
        return taken.size();
    }

    /** How many came more than once, with the same id: a receiver shows them once. */
    long repeated() {
        return taken.values().stream().filter(times -> times > 1).count();
    }
}
