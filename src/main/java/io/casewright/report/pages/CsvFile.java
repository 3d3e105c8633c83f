package io.casewright.report.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import io.casewright.platform.text.SpreadsheetText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A table as a file for spreadsheets, in which nothing is a formula. */
final class CsvFile {

    private CsvFile() {}

    static ResponseEntity<byte[]> of(String name, List<List<String>> lines) {
        var safe = lines.stream()
                .map(line -> line.stream().map(SpreadsheetText::cell).toList())
                .toList();
        try {
            String text = SpreadsheetText.MARK + new CsvMapper().writeValueAsString(safe);
            return ResponseEntity.ok()
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(name + ".csv")
                                    .build()
                                    .toString())
                    .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                    .body(text.getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A table of texts cannot be written", e);
        }
    }
}
