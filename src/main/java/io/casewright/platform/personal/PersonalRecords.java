package io.casewright.platform.personal;

import io.casewright.platform.personal.PersonalTable.Belonging;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All that the modules keep of a person: counts it, hands it out, erases it. */
@Component
public class PersonalRecords {

    private static final int CASES_AT_ONCE = 500;

    private final JdbcClient database;
    private final List<PersonalData> modules;
    private final Treatments treatments;

    PersonalRecords(JdbcClient database, List<PersonalData> modules, Treatments treatments) {
        this.database = database;
        this.modules = modules;
        this.treatments = treatments;
    }

    /** Rows, and whether they are the person's own. */
    private record Part(Stream<Map<String, @Nullable Object>> rows, boolean isOwn) {}

    /** The tables that modules answer for. */
    public List<PersonalTable> tables() {
        return modules.stream().flatMap(module -> module.tables().stream()).toList();
    }

    /** How many records would be changed, by what they are called. */
    public Map<String, Integer> count(Erasure erasure) {
        return work(erasure, false);
    }

    /** Erases in the current transaction, and says how many records of what were changed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Integer> erase(Erasure erasure) {
        var counts = work(erasure, true);
        modules.forEach(module -> module.complete(erasure));
        return counts;
    }

    /** The person's own records, by what they are called. */
    public Map<String, List<Map<String, @Nullable Object>>> handOut(Erasure erasure) {
        var all = new LinkedHashMap<String, List<Map<String, @Nullable Object>>>();
        for (PersonalTable table : tables()) {
            if (!table.isCopy) {
                parts(table, erasure, Stream.concat(table.told.stream(), table.columns.keySet().stream()))
                        .filter(Part::isOwn)
                        .flatMap(Part::rows)
                        .forEach(row -> all.computeIfAbsent(table.what, name -> new ArrayList<>())
                                .add(row));
            }
        }
        return all;
    }

    private Map<String, Integer> work(Erasure erasure, boolean acts) {
        var counts = new TreeMap<String, Integer>();
        for (PersonalTable table : tables()) {
            // Part by part: a customer may have more than fits into memory.
            int changed = parts(table, erasure, Stream.concat(table.keys.stream(), table.columns.keySet().stream()))
                    .mapToInt(part -> work(table, part, erasure, acts))
                    .sum();
            if (changed > 0) {
                counts.merge(table.what, changed, Integer::sum);
            }
        }
        return counts;
    }

    private int work(PersonalTable table, Part part, Erasure erasure, boolean acts) {
        int changed = 0;
        for (var row : part.rows().toList()) {
            boolean isOwn = part.isOwn() || isOwnByContent(table, row, erasure);
            if ((isOwn && table.isDeleted)
                    || !treatments.of(table, row, isOwn, erasure).isEmpty()) {
                changed++;
                if (acts) {
                    change(table, row, isOwn, erasure);
                }
            }
        }
        return changed;
    }

    private static boolean isOwnByContent(PersonalTable table, Map<String, @Nullable Object> row, Erasure erasure) {
        return table.belonging == Belonging.MENTION
                && table.columns.keySet().stream()
                        .map(column -> Treatments.text(row.get(column)))
                        .filter(Objects::nonNull)
                        .anyMatch(erasure.inOthers()::tell);
    }

    /** What was found may have changed meanwhile, so it is looked at again when nobody else can change it. */
    private void change(PersonalTable table, Map<String, @Nullable Object> found, boolean isOwn, Erasure erasure) {
        String key = table.keys.stream().map(name -> name + " = ?").collect(Collectors.joining(" AND "));
        var keys = table.keys.stream().map(found::get).toList();
        if (isOwn && table.isDeleted) {
            database.sql("DELETE FROM " + table.table + " WHERE " + key)
                    .params(keys)
                    .update();
            return;
        }
        var columns = Stream.concat(table.keys.stream(), table.columns.keySet().stream())
                .toList();
        for (var row : database.sql(select(table, columns) + " WHERE " + key + " FOR UPDATE")
                .params(keys)
                .query()
                .listOfRows()) {
            var values = treatments.of(table, row, isOwn, erasure);
            if (!values.isEmpty()) {
                String set = values.keySet().stream().map(name -> name + " = ?").collect(Collectors.joining(", "));
                database.sql("UPDATE " + table.table + " SET " + set
                                + (table.isVersioned ? ", version = version + 1" : "") + " WHERE " + key)
                        .params(Stream.concat(values.values().stream(), keys.stream())
                                .toList())
                        .update();
                table.changed.changed(keysOf(table, row), texts(row, table), texts(values, table));
            }
        }
    }

    private Stream<Part> parts(PersonalTable table, Erasure erasure, Stream<String> wanted) {
        var columns = wanted.distinct().toList();
        return switch (table.belonging) {
            case CONTACT ->
                erasure.contact() == null
                        ? Stream.empty()
                        : Stream.of(new Part(
                                rows(table, columns, Map.of("contact", erasure.contact())).stream(), true));
            case CASE ->
                Stream.concat(
                        chunks(erasure.own()).map(cases -> new Part(ofCases(table, columns, cases), true)),
                        chunks(erasure.contact() == null ? List.of() : erasure.others())
                                .map(cases -> new Part(ofCases(table, columns, cases), false)));
            case MENTION ->
                erasure.contact() == null || erasure.inOthers().likes().isEmpty()
                        ? Stream.empty()
                        : Stream.of(new Part(
                                mentioning(table, columns, erasure.inOthers().likes()), false));
        };
    }

    private Stream<Map<String, @Nullable Object>> ofCases(
            PersonalTable table, List<String> columns, List<Erasure.Case> cases) {
        return rows(
                table,
                columns,
                Map.of(
                        "cases", cases.stream().map(Erasure.Case::id).toList(),
                        "numbers", cases.stream().map(Erasure.Case::number).toList()))
                .stream();
    }

    private List<Map<String, @Nullable Object>> rows(
            PersonalTable table, List<String> columns, Map<String, ?> parameters) {
        return database.sql(
                        select(table, columns) + " WHERE " + table.whose + " ORDER BY " + String.join(", ", table.keys))
                .params(parameters)
                .query()
                .listOfRows();
    }

    private Stream<Map<String, @Nullable Object>> mentioning(
            PersonalTable table, List<String> columns, List<String> likes) {
        var conditions = new ArrayList<String>();
        var parameters = new LinkedHashMap<String, Object>();
        for (String column : table.columns.keySet()) {
            for (int i = 0; i < likes.size(); i++) {
                conditions.add("LOWER(CONVERT(" + column + " USING utf8mb4)) LIKE :like" + i);
                parameters.put("like" + i, likes.get(i));
            }
        }
        return database
                .sql(select(table, columns) + " WHERE (" + table.whose + ") AND (" + String.join(" OR ", conditions)
                        + ")")
                .params(parameters)
                .query()
                .listOfRows()
                .stream();
    }

    private static Stream<List<Erasure.Case>> chunks(List<Erasure.Case> cases) {
        return Stream.iterate(0, at -> at < cases.size(), at -> at + CASES_AT_ONCE)
                .map(at -> cases.subList(at, Math.min(cases.size(), at + CASES_AT_ONCE)));
    }

    private static String select(PersonalTable table, Collection<String> columns) {
        return "SELECT " + String.join(", ", columns) + " FROM " + table.table;
    }

    private static Map<String, Object> keysOf(PersonalTable table, Map<String, @Nullable Object> row) {
        return table.keys.stream()
                .collect(Collectors.toMap(name -> name, name -> Objects.requireNonNull(row.get(name))));
    }

    private static Map<String, @Nullable String> texts(
            Map<String, ? extends @Nullable Object> row, PersonalTable table) {
        var texts = new LinkedHashMap<String, @Nullable String>();
        table.columns.keySet().stream()
                .filter(row::containsKey)
                .forEach(column -> texts.put(column, Treatments.text(row.get(column))));
        return texts;
    }
}
