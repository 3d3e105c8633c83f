package io.casewright.casefile.web;

import io.casewright.access.Caller;
import io.casewright.casefile.application.IntakeKeys;
import io.casewright.casefile.application.ReceiveMessage;
import io.casewright.casefile.application.ReplanCase;
import io.casewright.casefile.domain.Severity;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.message.MessageKeyReused;
import io.casewright.platform.text.InputText;
import io.casewright.platform.text.Visible;
import io.casewright.platform.web.IdempotencyKey;
import io.casewright.platform.web.RequestRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is said about a case after it was opened. */
@RestController
@RequestMapping(path = "/api/v1/cases/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Cases")
class CaseMessageController {

    private final ReceiveMessage receiveMessage;
    private final ReplanCase replanCase;
    private final IntakeKeys keys;
    private final CaseViews views;

    CaseMessageController(ReceiveMessage receiveMessage, ReplanCase replanCase, IntakeKeys keys, CaseViews views) {
        this.keys = keys;
        this.receiveMessage = receiveMessage;
        this.replanCase = replanCase;
        this.views = views;
    }

    enum Visibility {
        PUBLIC,
        INTERNAL
    }

    record Message(
            @NotBlank(message = "is required")
            @Size(max = 20000, message = "must have at most {max} characters")
            @Visible
            @Pattern(regexp = InputText.LINES, message = InputText.NO_CONTROL_CHARACTERS)
            String text,

            @Nullable Visibility visibility,
            @Nullable Boolean automatic) {

        private boolean isAutomatic() {
            return Boolean.TRUE.equals(automatic);
        }
    }

    record Impact(
            @NotNull(message = "is required: critical, moderate or minimal")
            Severity severity) {}

    @PostMapping("/messages")
    @Operation(
            summary = "Write about a case",
            description = "A customer's message (visibility public, the default) or a note among agents (internal). The"
                    + " answer is the case it reached: a message to a case that ended long ago opens a new one. What is"
                    + " marked as automatic, such as an out-of-office answer, is kept and moves nothing.")
    ResponseEntity<CaseView> write(
            @InReach SupportCase supportCase,
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody Message message,
            Caller caller) {
        String messageKey = keys.ofMessage(caller.name(), IdempotencyKey.required(key));
        boolean isNote = message.visibility() == Visibility.INTERNAL;
        if (isNote && !caller.isInside()) {
            throw RequestRefused.forbidden("Notes are for the partner's own people and programs.");
        }
        try {
            return ResponseEntity.status(HttpStatus.CREATED)
                    .body(views.changed(
                            supportCase,
                            caller,
                            number -> isNote
                                    ? receiveMessage.note(number, message.text(), caller.name(), messageKey)
                                    : receiveMessage.receive(
                                            number, message.text(), message.isAutomatic(), caller.name(), messageKey)));
        } catch (MessageKeyReused e) {
            throw RequestRefused.conflict("idempotency-key-reused", String.valueOf(e.getMessage()));
        }
    }

    @PostMapping("/severity")
    @Operation(
            summary = "Change the severity",
            description = "What is still to be done gets its new due date and priority. 409 when the case has ended.")
    CaseView reassess(@InReach SupportCase supportCase, @Valid @RequestBody Impact impact, Caller caller) {
        return views.changed(
                supportCase, caller, number -> replanCase.reassess(number, impact.severity(), caller.name()));
    }
}
