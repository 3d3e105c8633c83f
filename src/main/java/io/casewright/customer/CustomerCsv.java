package io.casewright.customer;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Reads a list of customers and contacts as a spreadsheet writes it. A cell is only ever text, whatever it begins with. */
final class CustomerCsv {

    static final int LARGEST = 2 << 20;
    static final int MOST_ROWS = 2_000;

    private static final char MARK = '\uFEFF';
    private static final ObjectReader READER =
            new CsvMapper().readerFor(String[].class).with(CsvParser.Feature.WRAP_AS_ARRAY);

    private CustomerCsv() {}

    /** The columns there are; the header names those that are used, in any order. */
    enum Column {
        TENANT_ID,
        NAME,
        DOMAIN,
        OTHER_DOMAINS,
        PARTNER,
        SUPPORT_PLAN,
        DELIVERY_MODEL,
        LANGUAGE,
        CONTACT_NAME,
        CONTACT_EMAIL,
        CONTACT_PHONE,
        CLOSE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A line below the header.
     *
     * @param number as a spreadsheet counts, where the header is row 1
     * @param cells what is filled in; an empty cell says nothing
     */
    record Row(int number, Map<Column, String> cells) {

        String cell(Column column) {
            return cells.getOrDefault(column, "");
        }

        boolean says(Column column) {
            return cells.containsKey(column);
        }
    }

    /** @throws CsvUnreadable when it is not UTF-8, or too large */
    static String textOf(byte[] file) {
        if (file.length > LARGEST) {
            throw new CsvUnreadable("The file is larger than 2 MB. Split it.");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.indexOf(MARK) == 0 ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new CsvUnreadable("The file is not written in UTF-8. Save it once more as “CSV UTF-8”.");
        }
    }

    /** @throws CsvUnreadable when it is no such list */
    static List<Row> rowsOf(String text) {
        var reader = READER.with(new CsvMapper()
                .schemaFor(String[].class)
                .withColumnSeparator(separatorOf(text))
                .withoutHeader());
        int read = 0;
        try (MappingIterator<String[]> lines = reader.readValues(text)) {
            List<Column> header = List.of();
            var rows = new ArrayList<Row>();
            while (lines.hasNextValue()) {
                String[] line = lines.nextValue();
                read++;
                if (read == 1) {
                    header = headerOf(line);
                } else if (Arrays.stream(line).anyMatch(cell -> !cell.isBlank())) {
                    rows.add(row(read, line, header));
                }
                if (rows.size() > MOST_ROWS) {
                    throw new CsvUnreadable("The file has more than %,d rows. Split it.".formatted(MOST_ROWS));
                }
            }
            if (rows.isEmpty()) {
                throw new CsvUnreadable("The file has no rows below the header.");
            }
            return rows;
        } catch (JacksonException e) {
            throw new CsvUnreadable(
                    "Row " + (read + 1) + " cannot be read; most likely a quotation mark is not closed.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Column> headerOf(String[] cells) {
        var header = new ArrayList<Column>();
        for (String cell : cells) {
            String word = cell.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
            Column column = Arrays.stream(Column.values())
                    .filter(each -> each.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new CsvUnreadable("The first row must name the columns; “"
                            + (word.length() > 40 ? word.substring(0, 40) + "…" : word) + "” is none of "
                            + String.join(", ", words()) + "."));
            if (header.contains(column)) {
                throw new CsvUnreadable("The column " + word + " is there twice.");
            }
            header.add(column);
        }
        if (!header.contains(Column.TENANT_ID)) {
            throw new CsvUnreadable("The column tenant_id is needed; by it a customer is known.");
        }
        return header;
    }

    private static Row row(int number, String[] line, List<Column> header) {
        if (line.length > header.size()) {
            throw new CsvUnreadable("Row " + number + " has more cells than the header has columns.");
        }
        var cells = new LinkedHashMap<Column, String>();
        for (int i = 0; i < line.length; i++) {
            if (!line[i].isBlank()) {
                cells.put(header.get(i), line[i].strip());
            }
        }
        return new Row(number, cells);
    }

    private static char separatorOf(String text) {
        String header = text.lines().findFirst().orElse("");
        return header.contains(";") ? ';' : ',';
    }

    private static List<String> words() {
        return new ArrayList<>(
                new TreeSet<>(Arrays.stream(Column.values()).map(Column::word).toList()));
    }
}
