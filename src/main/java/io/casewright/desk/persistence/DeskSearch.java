package io.casewright.desk.persistence;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds out which cases somebody means: by their number, by that of a ticket, or by words that begin so. */
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

    /** A query for the ids of the cases that are meant, each once; empty when none can be. */
    Optional<String> casesFor(String text, BiConsumer<String, Object> parameters) {
        String meant = text.strip();
        var number = NUMBER.matcher(meant);
        if (number.matches()) {
            return byNumber(List.of("CW-" + number.group(1)), parameters);
        }
        var ofTicket = TICKET.matcher(meant).matches()
                ? database.sql(OF_TICKET)
                        .param("text", meant)
                        .query(String.class)
                        .list()
                : List.<String>of();
        return ofTicket.isEmpty() ? byWords(meant, parameters) : byNumber(ofTicket, parameters);
    }

    private static Optional<String> byNumber(List<String> numbers, BiConsumer<String, Object> parameters) {
        parameters.accept("numbers", numbers);
        return Optional.of("SELECT n.case_id FROM desk_case n WHERE n.number IN (:numbers)");
    }

    /** The longest first: it is the rarest, most likely. */
    private static Optional<String> byWords(String text, BiConsumer<String, Object> parameters) {
        List<String> words = DeskWords.of(List.of(text)).stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(MOST_WORDS)
                .toList();
        var query = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            // Seven is the number seven, not seventy.
            boolean isWhole = DIGITS.matcher(words.get(i)).matches();
            parameters.accept("word" + i, isWhole ? words.get(i) : beginning(words.get(i)));
            String having = "SELECT DISTINCT w.case_id FROM desk_word w WHERE w.word " + (isWhole ? "=" : "LIKE")
                    + " :word" + i;
            query.append(
                    i == 0
                            ? "SELECT f0.case_id FROM (" + having + ") f0"
                            : " JOIN (" + having + ") f" + i + " ON f" + i + ".case_id = f0.case_id");
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(words.size() == 1 ? only(query) : query.toString());
    }

    private static String only(StringBuilder query) {
        return query.substring(query.indexOf("(") + 1, query.lastIndexOf(")"));
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
