package io.casewright.casefile.web;

import io.casewright.access.Caller;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.customer.CustomerDirectory;
import io.casewright.participant.Participant;
import io.casewright.participant.Participant.State;
import io.casewright.participant.Participants;
import io.casewright.platform.text.InputText;
import io.casewright.platform.text.Visible;
import io.casewright.platform.web.RequestRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who takes part in the conversation of a case beside who asked. */
@RestController
@RequestMapping(path = "/api/v1/cases/{number}/participants", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Cases")
class CaseParticipantController {

    private final Participants participants;
    private final CustomerDirectory directory;

    CaseParticipantController(Participants participants, CustomerDirectory directory) {
        this.participants = participants;
        this.directory = directory;
    }

    record ParticipantView(long id, String name, String email, State state, Instant since) {

        private static ParticipantView of(Participant participant) {
            return new ParticipantView(
                    participant.id(),
                    participant.name(),
                    participant.address(),
                    participant.state(),
                    participant.since());
        }
    }

    record NewParticipant(
            @NotBlank(message = "is required")
            @Size(max = 190, message = "must have at most {max} characters")
            @Email(message = "must be an e-mail address")
            @Visible
            @Pattern(regexp = InputText.LINE, message = InputText.NO_CONTROL_CHARACTERS)
            String email) {}

    /** What a participant is to get. */
    enum Wish {
        ACTIVE,
        MUTED,
        REMOVED
    }

    record Change(
            @NotNull(message = "is required: active, muted or removed")
            Wish state) {}

    @GetMapping
    @Operation(
            summary = "Who takes part",
            description =
                    "Participants hear what goes to the customer and may answer. Unknown ones were in copy of a mail"
                            + " and are no contact of the customer; they hear nothing.")
    List<ParticipantView> list(@InReach SupportCase supportCase) {
        return all(supportCase);
    }

    @PostMapping
    @Operation(
            summary = "Add a participant",
            description = "A contact of the customer, by its e-mail address. Adding one who is there changes nothing.")
    List<ParticipantView> add(
            @InReach SupportCase supportCase, @Valid @RequestBody NewParticipant wanted, Caller caller) {
        participants
                .add(
                        supportCase.number().value(),
                        directory.contact(supportCase.contactId()),
                        wanted.email(),
                        caller.name())
                .ifPresent(problem -> {
                    throw RequestRefused.unknown("unknown-participant", "email", problem);
                });
        return all(supportCase);
    }

    @PostMapping("/{id}")
    @Operation(
            summary = "Mute, remove or take back a participant",
            description = "A muted one hears nothing and may answer; a removed one is not heard either.")
    List<ParticipantView> change(
            @InReach SupportCase supportCase, @PathVariable long id, @Valid @RequestBody Change change, Caller caller) {
        boolean isChanged = participants.change(
                supportCase.number().value(), id, State.valueOf(change.state().name()), caller.name());
        if (!isChanged) {
            throw RequestRefused.notFound("Nobody of this number takes part in the case.");
        }
        return all(supportCase);
    }

    private List<ParticipantView> all(SupportCase supportCase) {
        return participants.of(supportCase.number().value()).stream()
                .map(ParticipantView::of)
                .toList();
    }
}
