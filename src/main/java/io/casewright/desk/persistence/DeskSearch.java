package io.casewright.desk.persistence;

import io.casewright.casefile.application.CaseSearch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds out which cases somebody means: by their number, by that of a ticket, or by words that begin so. However many cases have a
 * word, only so many of them are looked at that an answer comes at once.
 */
@Component
class DeskSearch implements CaseSearch {

    private static final int MOST_WORDS = 6;
    /** So many words of cases may begin with what was typed; of more, any cases are looked at instead of the newest. */
    private static final int MOST_ENDINGS = 60;
    /** Cases with the rarest of the words of which it is seen whether they have the others, too. */
    private static final int MOST_LOOKED_AT = 6_000;

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

    @Override
    public List<Long> newest(Question question, int most) {
        var customers = question.customers();
        if (customers != null && customers.isEmpty()) {
            return List.of();
        }
        return meaning(question.text(), question.isInside())
                .map(meant -> newest(meant, question, most))
                .orElse(List.of());
    }

    private List<Long> newest(Meaning meant, Question question, int most) {
        var parameters = new SqlParameters();
        var conditions = new ArrayList<String>();
        if (question.customers() != null) {
            parameters.set("customers", question.customers());
            if (meant.words().isEmpty()) {
                conditions.add("d.customer_id IN (:customers)");
            }
        }
        if (question.status() != null) {
            parameters.set("status", question.status().name());
            conditions.add("d.status = :status");
        }
        return parameters
                .on(database.sql(
                        newest(meant, parameters, question.customers() != null, conditions) + " LIMIT " + most))
                .query(Long.class)
                .list();
    }

    /** What somebody means: cases of these numbers, or those that have one word of each group; the rarest group first. */
    record Meaning(List<String> numbers, List<Group> words) {}

    /**
     * One word that was typed.
     *
     * @param beginning what words begin with, as a pattern; null where these are all of them
     */
    record Group(List<String> words, @Nullable String beginning, long cases) {}

    /** Empty when nothing can be found. */
    Optional<Meaning> meaning(String text, boolean isInside) {
        String meant = text.strip();
        var number = NUMBER.matcher(meant);
        if (number.matches()) {
            return Optional.of(new Meaning(List.of("CW-" + number.group(1)), List.of()));
        }
        if (isInside && TICKET.matcher(meant).matches()) {
            var ofTicket = database.sql(OF_TICKET)
                    .param("text", meant)
                    .query(String.class)
                    .list();
            if (!ofTicket.isEmpty()) {
                return Optional.of(new Meaning(ofTicket, List.of()));
            }
        }
        var groups = DeskWords.of(List.of(meant)).stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(MOST_WORDS)
                .map(this::group)
                .sorted(Comparator.comparingLong(Group::cases))
                .toList();
        return groups.isEmpty() || groups.getFirst().cases() == 0
                ? Optional.empty()
                : Optional.of(new Meaning(List.of(), groups));
    }

    private Group group(String typed) {
        // Seven is the number seven, not seventy.
        if (DIGITS.matcher(typed).matches()) {
            return new Group(List.of(typed), null, cases("word = ?", typed));
        }
        String beginning = beginning(typed);
        var words = database.sql("SELECT DISTINCT word FROM desk_word WHERE word LIKE ? ORDER BY word LIMIT "
                        + (MOST_ENDINGS + 1))
                .param(beginning)
                .query(String.class)
                .list();
        return new Group(words, words.size() > MOST_ENDINGS ? beginning : null, cases("word LIKE ?", beginning));
    }

    /** How many have it, as far as that matters. */
    private long cases(String condition, String word) {
        return database.sql("SELECT COUNT(*) FROM (SELECT 1 FROM desk_word WHERE " + condition + " LIMIT "
                        + MOST_LOOKED_AT + ") part")
                .param(word)
                .query(Long.class)
                .single();
    }

    /** A query for the ids of the cases that are meant, the newest first. */
    String newest(Meaning meant, SqlParameters parameters) {
        return newest(meant, parameters, false, List.of());
    }

    private static String newest(
            Meaning meant, SqlParameters parameters, boolean ofCustomers, List<String> conditions) {
        var all = new ArrayList<>(conditions);
        if (meant.words().isEmpty()) {
            parameters.set("numbers", meant.numbers());
            all.add("d.number IN (:numbers)");
            return "SELECT d.case_id FROM desk_case d WHERE " + String.join(" AND ", all) + " ORDER BY d.case_id DESC";
        }
        String from = "(" + looked(meant.words().getFirst(), parameters, ofCustomers) + ") f";
        if (!conditions.isEmpty()) {
            // What is looked at is bounded, so it may be joined in this order only.
            from += " STRAIGHT_JOIN desk_case d ON d.case_id = f.case_id";
        }
        for (int i = 1; i < meant.words().size(); i++) {
            all.add(has(meant.words().get(i), "f.case_id", "word" + i, parameters));
        }
        return "SELECT f.case_id FROM " + from + (all.isEmpty() ? "" : " WHERE " + String.join(" AND ", all))
                + " ORDER BY f.case_id DESC";
    }

    private static String looked(Group group, SqlParameters parameters, boolean ofCustomers) {
        String whose = ofCustomers ? "w.customer_id IN (:customers) AND " : "";
        String newest = " ORDER BY w.case_id DESC LIMIT " + MOST_LOOKED_AT;
        if (group.beginning() != null) {
            parameters.set("beginning", group.beginning());
            return "SELECT DISTINCT a.case_id FROM (SELECT w.case_id FROM desk_word w WHERE " + whose
                    + "w.word LIKE :beginning LIMIT " + MOST_LOOKED_AT + ") a";
        }
        var each = new ArrayList<String>();
        for (int i = 0; i < group.words().size(); i++) {
            parameters.set("first" + i, group.words().get(i));
            each.add("(SELECT w.case_id FROM desk_word w WHERE " + whose + "w.word = :first" + i + newest + ")");
        }
        return each.size() == 1
                ? each.getFirst()
                : "SELECT DISTINCT u.case_id FROM (" + String.join(" UNION ALL ", each)
                        + ") u ORDER BY u.case_id DESC LIMIT " + MOST_LOOKED_AT;
    }

    /** A condition for rows that are few already: that the case in this column is one of those that are meant. */
    static String isMeant(Meaning meant, String caseId, String number, SqlParameters parameters) {
        if (meant.words().isEmpty()) {
            parameters.set("numbers", meant.numbers());
            return number + " IN (:numbers)";
        }
        var conditions = new ArrayList<String>();
        for (int i = 0; i < meant.words().size(); i++) {
            conditions.add(has(meant.words().get(i), caseId, "word" + i, parameters));
        }
        return String.join(" AND ", conditions);
    }

    private static String has(Group group, String caseId, String parameter, SqlParameters parameters) {
        String word;
        if (group.beginning() == null) {
            parameters.set(parameter, group.words());
            word = "e.word IN (:" + parameter + ")";
        } else {
            parameters.set(parameter, group.beginning());
            word = "e.word LIKE :" + parameter;
        }
        // The optimizer would rather collect all cases with the word once, of which there may be very many.
        return "EXISTS (SELECT /*+ NO_SEMIJOIN() SUBQUERY(INTOEXISTS) */ 1 FROM desk_word e WHERE e.case_id = " + caseId
                + " AND " + word + ")";
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
