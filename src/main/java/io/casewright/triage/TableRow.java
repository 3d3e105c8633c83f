package io.casewright.triage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** A line of one of the module's tables: cells between tabs. Empty lines and lines that begin with # say nothing. */
record TableRow(String file, int line, List<String> cells) {

    /** @throws IllegalStateException naming the line that has another number of cells */
    static List<TableRow> read(String file, int cells) {
        var rows = new ArrayList<TableRow>();
        int line = 0;
        for (String text : content(file).lines().toList()) {
            line++;
            if (text.isBlank() || text.startsWith("#")) {
                continue;
            }
            var row = new TableRow(file, line, List.of(text.split("\t", -1)));
            if (row.cells().size() != cells) {
                throw row.fault("has " + row.cells().size() + " cells between tabs instead of " + cells);
            }
            rows.add(row);
        }
        return rows;
    }

    String cell(int index) {
        return cells.get(index).strip();
    }

    IllegalStateException fault(String problem) {
        return new IllegalStateException("%s, line %d %s".formatted(file, line, problem));
    }

    static String content(String file) {
        try {
            return new ClassPathResource(file, TableRow.class.getClassLoader())
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
