package io.casewright.casefile.web;

import io.casewright.access.Caller;
import io.casewright.casefile.application.CaseAccess;
import io.casewright.casefile.application.CaseRequest;
import io.casewright.casefile.application.ConfirmResolution;
import io.casewright.casefile.application.IntakeKeyReused;
import io.casewright.casefile.application.IntakeKeys;
import io.casewright.casefile.application.ReceiveRequest;
import io.casewright.casefile.application.UnknownRequester;
import io.casewright.casefile.application.WithdrawCase;
import io.casewright.casefile.domain.CustomerAnswer;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.platform.text.InputText;
import io.casewright.platform.text.Visible;
import io.casewright.platform.web.IdempotencyKey;
import io.casewright.platform.web.RequestRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/cases", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Cases")
class CaseController {

    private final ReceiveRequest receiveRequest;
    private final ConfirmResolution confirmResolution;
    private final WithdrawCase withdrawCase;
    private final IntakeKeys keys;
    private final CaseAccess access;
    private final CaseViews views;

    CaseController(
            ReceiveRequest receiveRequest,
            ConfirmResolution confirmResolution,
            WithdrawCase withdrawCase,
            IntakeKeys keys,
            CaseAccess access,
            CaseViews views) {
        this.receiveRequest = receiveRequest;
        this.confirmResolution = confirmResolution;
        this.withdrawCase = withdrawCase;
        this.keys = keys;
        this.access = access;
        this.views = views;
    }

    record Confirmation(
            @NotNull(message = "is required: true or false") Boolean resolved) {}

    record Withdrawal(
            @Size(max = 2000, message = "must have at most {max} characters")
            @Visible
            @Pattern(regexp = InputText.LINES, message = InputText.NO_CONTROL_CHARACTERS)
            @Nullable
            String reason) {}

    @PostMapping
    @Operation(
            summary = "Open a case",
            description = "201 with the new case; 200 with the same case when the same key and body come again;"
                    + " 409 when the key comes with another body.")
    ResponseEntity<CaseView> open(
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody CaseRequest request,
            Caller caller) {
        String requestKey = IdempotencyKey.required(key);
        try {
            access.requireReach(caller.reach(), request.customer());
            var receipt = receiveRequest.receive(request, keys.ofClient(caller.name(), requestKey, request), null);
            CaseView view = views.of(receipt.supportCase(), receipt.requester(), caller);
            return receipt.isNew()
                    ? ResponseEntity.created(URI.create("/api/v1/cases/" + view.number()))
                            .body(view)
                    : ResponseEntity.ok(view);
        } catch (UnknownRequester e) {
            throw RequestRefused.unknown("unknown-requester", e.field(), String.valueOf(e.getMessage()));
        } catch (IntakeKeyReused e) {
            throw RequestRefused.conflict("idempotency-key-reused", String.valueOf(e.getMessage()));
        }
    }

    @PostMapping("/{number}/confirmation")
    @Operation(summary = "Say whether the resolution helped", description = "409 unless the case is RESOLVED.")
    CaseView confirm(@InReach SupportCase supportCase, @Valid @RequestBody Confirmation confirmation, Caller caller) {
        var answer = confirmation.resolved() ? CustomerAnswer.SOLVED : CustomerAnswer.NOT_SOLVED;
        return views.changed(supportCase, caller, number -> confirmResolution.confirm(number, answer, caller.name()));
    }

    @PostMapping("/{number}/withdrawal")
    @Operation(summary = "Withdraw the request", description = "409 when the case has ended in another way.")
    CaseView withdraw(
            @InReach SupportCase supportCase,
            @Valid @RequestBody(required = false) @Nullable Withdrawal withdrawal,
            Caller caller) {
        String reason = withdrawal == null ? null : withdrawal.reason();
        return views.changed(supportCase, caller, number -> withdrawCase.withdraw(number, reason, caller.name()));
    }
}
