package io.casewright.casefile.application;

import io.casewright.casefile.application.CaseRequest.ContactPerson;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Channel;
import io.casewright.casefile.domain.Severity;
import io.casewright.casefile.domain.Step;
import io.casewright.platform.text.TypedNumber;
import io.casewright.platform.text.TypedNumber.NotUnderstood;
import jakarta.validation.Validator;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Makes a case of a call that an agent wrote down. What is wrong with it is told to the agent, who still has the caller. */
@Service
public class LogCall {

    /** What the agent's form calls the fields of a request. */
    private static final Map<String, String> LABELS = Map.of(
            "customer", "Customer",
            "contact.name", "Caller's name",
            "contact.email", "Caller's e-mail address",
            "contact.phone", "Number to call back",
            "subject", "Subject",
            "description", "What the caller says",
            "product", "Product",
            "affectedUsers", "Affected users");

    private final ReceiveRequest receiveRequest;
    private final IntakeKeys keys;
    private final Validator validator;

    LogCall(ReceiveRequest receiveRequest, IntakeKeys keys, Validator validator) {
        this.receiveRequest = receiveRequest;
        this.keys = keys;
        this.validator = validator;
    }

    /** What the agent wrote down, before anything of it is checked. */
    public record Call(
            @Nullable String customer,
            @Nullable String contactName,
            @Nullable String contactEmail,
            @Nullable String contactPhone,
            @Nullable String subject,
            @Nullable String description,
            @Nullable String product,
            @Nullable String severity,
            @Nullable String affectedUsers) {}

    /** The case, or one sentence per fault. */
    public record Outcome(Optional<CaseNumber> caseNumber, String problem) {}

    /** Why no case can be made of the call, as far as what was written down shows; one sentence per fault. */
    public Optional<String> problemWith(Call call) {
        return Optional.of(faultsOf(call)).filter(faults -> !faults.isEmpty());
    }

    private String faultsOf(Call call) {
        var faults = validator.validate(requestOf(call, null)).stream()
                .map(fault -> sentence(fault.getPropertyPath().toString(), fault.getMessage()));
        return Stream.concat(faults, faultInNumber(call).stream()).sorted().collect(Collectors.joining(" "));
    }

    private static Optional<String> faultInNumber(Call call) {
        try {
            affectedUsers(call);
            return Optional.empty();
        } catch (NotUnderstood e) {
            return Optional.of(sentence("affectedUsers", e.problem()));
        }
    }

    private static @Nullable Integer affectedUsers(Call call) throws NotUnderstood {
        String typed = call.affectedUsers;
        return typed == null || typed.isBlank() ? null : TypedNumber.whole(typed, 0, CaseRequest.MOST_USERS);
    }

    public Outcome log(Call call, Step step) {
        String faults = faultsOf(call);
        if (!faults.isEmpty()) {
            return new Outcome(Optional.empty(), faults);
        }
        try {
            var request = requestOf(call, affectedUsers(call));
            var receipt = receiveRequest.receive(request, keys.ofCall(step.key(), request), step);
            return new Outcome(Optional.of(receipt.supportCase().number()), "");
        } catch (UnknownRequester e) {
            return new Outcome(Optional.empty(), sentence(e.field(), String.valueOf(e.getMessage())));
        } catch (NotUnderstood e) {
            throw new IllegalStateException("The call has no fault, but its number is not understood", e);
        }
    }

    private static CaseRequest requestOf(Call call, @Nullable Integer affectedUsers) {
        return new CaseRequest(
                orEmpty(call.customer),
                new ContactPerson(orEmpty(call.contactName), orEmpty(call.contactEmail), call.contactPhone),
                orEmpty(call.subject),
                orEmpty(call.description),
                call.product,
                Channel.PHONE,
                null,
                Arrays.stream(Severity.values())
                        .filter(severity -> severity.name().equalsIgnoreCase(call.severity))
                        .findFirst()
                        .orElse(null),
                null,
                affectedUsers,
                null,
                null);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String sentence(String field, String fault) {
        return LABELS.getOrDefault(field, field) + " " + fault + ".";
    }
}
