package io.casewright.statement.web;

import io.casewright.access.Caller;
import io.casewright.casefile.application.CaseAccess;
import io.casewright.casefile.application.CaseRequest.ContactPerson;
import io.casewright.casefile.application.IntakeKeyReused;
import io.casewright.casefile.application.UnknownRequester;
import io.casewright.customer.CustomerDirectory;
import io.casewright.platform.text.InputText;
import io.casewright.platform.text.Visible;
import io.casewright.platform.web.IdempotencyKey;
import io.casewright.platform.web.RequestRefused;
import io.casewright.statement.LineWords;
import io.casewright.statement.StatementJson;
import io.casewright.statement.application.DisputeLine;
import io.casewright.statement.application.ReadStatements;
import io.casewright.statement.application.ReadStatements.Whole;
import io.casewright.statement.application.StatementCsv;
import io.casewright.statement.domain.StatementLine;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/customers/{customer}/statements")
@Tag(name = "Statements")
class StatementController {

    private static final String CSV = "text/csv";

    private final ReadStatements read;
    private final DisputeLine disputes;
    private final CustomerDirectory directory;
    private final CaseAccess access;
    private final LineWords words;

    StatementController(
            ReadStatements read,
            DisputeLine disputes,
            CustomerDirectory directory,
            CaseAccess access,
            LineWords words) {
        this.read = read;
        this.disputes = disputes;
        this.directory = directory;
        this.access = access;
        this.words = words;
    }

    /** @param line its position on the statement */
    record Dispute(
            @NotNull(message = "is required: the number of the line")
            Integer line,

            @NotBlank(message = "is required: what is wrong with the line")
            @Size(max = DisputeLine.LONGEST_WORDS, message = "must have at most {max} characters")
            @Visible
            @Pattern(regexp = InputText.LINES, message = InputText.NO_CONTROL_CHARACTERS)
            String words,

            @NotNull(message = "is required: name and email of who disputes it") @Valid
            ContactPerson contact) {}

    /** @param caseNumber the case in which the line is disputed */
    record Disputed(String statement, int line, String caseNumber) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "List the statements of a customer",
            description =
                    "customer is a tenant id or domain. Those that are approved, the newest 500, without their lines.")
    List<StatementJson> list(@PathVariable String customer, Caller caller) {
        return read.approvedOf(within(caller, customer)).stream()
                .map(StatementJson::of)
                .toList();
    }

    @GetMapping(path = "/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Read a statement",
            description = "With all its lines; as CSV with Accept: text/csv, or with .csv behind the number.")
    StatementJson one(@PathVariable String customer, @PathVariable String number, Caller caller) {
        return StatementJson.of(find(caller, customer, number));
    }

    @GetMapping(path = "/{number}", produces = CSV)
    @Operation(summary = "Read a statement as CSV", description = "The lines, UTF-8, no text of which is a formula.")
    ResponseEntity<byte[]> csv(@PathVariable String customer, @PathVariable String number, Caller caller) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(StatementCsv.of(find(caller, customer, number)).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/{number}.csv")
    @Operation(summary = "Read a statement as a CSV file")
    ResponseEntity<byte[]> file(@PathVariable String customer, @PathVariable String number, Caller caller) {
        return csv(customer, number, caller);
    }

    @PostMapping(path = "/{number}/disputes", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Dispute a line of a statement",
            description =
                    "Opens a billing case about it: 201 with its number; 200 with the same number when the same key and body"
                            + " come again; 409 when the key comes with another body.")
    ResponseEntity<Disputed> dispute(
            @PathVariable String customer,
            @PathVariable String number,
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody Dispute dispute,
            Caller caller) {
        String requestKey = IdempotencyKey.required(key);
        var whole = find(caller, customer, number);
        var line = whole.lines().stream()
                .filter(each -> each.position() == dispute.line())
                .findFirst()
                .orElseThrow(() -> RequestRefused.invalid(
                        "line",
                        "must be the number of a line of %s, 1 to %d"
                                .formatted(number, whole.lines().size())));
        try {
            return answer(whole, line, dispute, caller, requestKey);
        } catch (UnknownRequester e) {
            throw RequestRefused.unknown("unknown-requester", e.field(), String.valueOf(e.getMessage()));
        } catch (IntakeKeyReused e) {
            throw RequestRefused.conflict("idempotency-key-reused", String.valueOf(e.getMessage()));
        }
    }

    private ResponseEntity<Disputed> answer(
            Whole whole, StatementLine line, Dispute dispute, Caller caller, String key) {
        var statement = whole.statement();
        var receipt = disputes.dispute(
                words.dispute(statement, line.position(), line.charge(), dispute.words()),
                dispute.contact(),
                caller.name(),
                key);
        String caseNumber = receipt.supportCase().number().value();
        var answer = new Disputed(String.valueOf(statement.number()), line.position(), caseNumber);
        return receipt.isNew()
                ? ResponseEntity.created(URI.create("/api/v1/cases/" + caseNumber))
                        .body(answer)
                : ResponseEntity.ok(answer);
    }

    private Whole find(Caller caller, String customer, String number) {
        return read.ofNumber(within(caller, customer), number)
                .orElseThrow(() -> RequestRefused.notFound("This customer has no approved statement of this number."));
    }

    private long within(Caller caller, String customer) {
        try {
            access.requireReach(caller.reach(), customer);
            return directory.findCustomer(customer).orElseThrow(StatementController::noCustomer);
        } catch (UnknownRequester e) {
            throw noCustomer();
        }
    }

    private static RequestRefused noCustomer() {
        return RequestRefused.notFound("There is no such customer within reach: name it by its tenant id or a domain.");
    }
}
