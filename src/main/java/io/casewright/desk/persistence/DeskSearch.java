package io.casewright.desk.persistence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Turns what somebody searches for into a condition on cases: their number, a number of a ticket, or words they begin with. */
@Component
class DeskSearch {

    private static final int MOST_WORDS = 6;
    private static final Pattern NUMBER = Pattern.compile("(?i)(?:CW-)?(\\d{4}-\\d{6})");
    private static final Pattern TICKET = Pattern.compile("(?=.*\\d)[!-~]{4,200}");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,6}");

    private static final String OF_TICKET = """
            SELECT h.case_number FROM hand_off h WHERE h.reference = :text
            UNION
            SELECT h.case_number FROM vendor_ticket t JOIN hand_off h ON h.id = t.hand_off_id
            WHERE t.target IN ('MICROSOFT', 'PROVIDER', 'VENDOR') AND t.vendor_number = :text""";

    private final JdbcClient database;

    DeskSearch(JdbcClient database) {
        this.database = database;
    }

    /** Empty when nothing can be found by it. */
    Optional<String> conditionFor(String text, BiConsumer<String, Object> parameters) {
        var number = NUMBER.matcher(text.strip());
        if (number.matches()) {
            parameters.accept("number", "CW-" + number.group(1));
            return Optional.of("d.number = :number");
        }
        var ofTicket = casesOfTicket(text.strip());
        if (!ofTicket.isEmpty()) {
            parameters.accept("numbers", ofTicket);
            return Optional.of("d.number IN (:numbers)");
        }
        return ofWords(text, parameters);
    }

    private List<String> casesOfTicket(String text) {
        return TICKET.matcher(text).matches()
                ? database.sql(OF_TICKET)
                        .param("text", text)
                        .query(String.class)
                        .list()
                : List.of();
    }

    private static Optional<String> ofWords(String text, BiConsumer<String, Object> parameters) {
        var conditions = new ArrayList<String>();
        List<String> words = DeskWords.of(List.of(text)).stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(MOST_WORDS)
                .toList();
        for (String word : words) {
            String name = "word" + conditions.size();
            // Seven is the number seven, not seventy.
            boolean isWhole = DIGITS.matcher(word).matches();
            conditions.add("d.number IN (SELECT w.number FROM desk_word w WHERE w.word " + (isWhole ? "= :" : "LIKE :")
                    + name + ")");
            parameters.accept(name, isWhole ? word : beginning(word));
        }
        return conditions.isEmpty() ? Optional.empty() : Optional.of(String.join(" AND ", conditions));
    }

    /** Pattern for whatever begins so. */
    static String beginning(String text) {
        return text.toLowerCase(Locale.ROOT)
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_")
                + "%";
    }
}
