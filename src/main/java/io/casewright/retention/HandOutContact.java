package io.casewright.retention;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.casewright.platform.personal.PersonalRecords;
import io.casewright.platform.text.SpreadsheetText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands out all that is kept of a contact: records by what they are called. */
@Service
public class HandOutContact {

    private final EraseContact scope;
    private final PersonalRecords records;
    private final ObjectMapper json;

    HandOutContact(EraseContact scope, PersonalRecords records, ObjectMapper json) {
        this.scope = scope;
        this.records = records;
        this.json = json;
    }

    /** One document. */
    @Transactional(readOnly = true)
    public byte[] json(long customerId, long contactId) {
        try {
            return json.writer(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsBytes(readable(records.handOut(scope.scope(customerId, contactId))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A zip file with a CSV file for each kind of record, whose cells are safe in a spreadsheet. */
    @Transactional(readOnly = true)
    public byte[] csv(long customerId, long contactId) {
        var all = readable(records.handOut(scope.scope(customerId, contactId)));
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var kind : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(kind.getKey().replace(' ', '-') + ".csv"));
                zip.write(file(kind.getValue()).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String file(List<Map<String, String>> rows) throws IOException {
        var columns = rows.stream()
                .flatMap(row -> row.keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var schema = CsvSchema.builder();
        columns.forEach(schema::addColumn);
        var safe = rows.stream()
                .map(row -> row.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, each -> SpreadsheetText.cell(each.getValue()))))
                .toList();
        return SpreadsheetText.MARK
                + new CsvMapper().writer(schema.build().withHeader()).writeValueAsString(safe);
    }

    private static Map<String, List<Map<String, String>>> readable(
            Map<String, List<Map<String, @Nullable Object>>> records) {
        var readable = new LinkedHashMap<String, List<Map<String, String>>>();
        records.forEach((kind, rows) -> readable.put(
                kind,
                rows.stream()
                        .map(row -> {
                            var texts = new LinkedHashMap<String, String>();
                            row.forEach((name, value) -> {
                                if (value != null) {
                                    texts.put(name, Objects.toString(value));
                                }
                            });
                            return (Map<String, String>) texts;
                        })
                        .toList()));
        return readable;
    }
}
