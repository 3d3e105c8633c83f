package io.casewright.statement.pages;

import io.casewright.statement.StatementJson;
import io.casewright.statement.application.ReadStatements;
import io.casewright.statement.application.ReadStatements.Whole;
import io.casewright.statement.application.StatementCsv;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Statements as files, for the partner's bookkeeping. */
@Controller
class StatementFileController {

    private final ReadStatements read;

    StatementFileController(ReadStatements read) {
        this.read = read;
    }

    @GetMapping(StatementDeskController.ADDRESS + "/{id}.csv")
    ResponseEntity<byte[]> csv(@PathVariable long id) {
        var whole = read.whole(id);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(whole, "csv"))
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(StatementCsv.of(whole).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping(StatementDeskController.ADDRESS + "/{id}.json")
    ResponseEntity<StatementJson> json(@PathVariable long id) {
        var whole = read.whole(id);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(whole, "json"))
                .contentType(MediaType.APPLICATION_JSON)
                .body(StatementJson.of(whole));
    }

    private static String attachment(Whole whole, String ending) {
        var statement = whole.statement();
        String name = Objects.requireNonNullElse(statement.number(), "statement-" + statement.id());
        return ContentDisposition.attachment()
                .filename(name + "." + ending)
                .build()
                .toString();
    }
}
