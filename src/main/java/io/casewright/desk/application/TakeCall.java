package io.casewright.desk.application;

import io.casewright.access.Person;
import io.casewright.casefile.application.CaseRequest;
import io.casewright.casefile.application.CaseRequest.ContactPerson;
import io.casewright.casefile.application.IntakeKeyReused;
import io.casewright.casefile.application.IntakeKeys;
import io.casewright.casefile.application.ReceiveRequest;
import io.casewright.casefile.application.UnknownRequester;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Channel;
import io.casewright.casefile.domain.Severity;
import io.casewright.customer.ContactBook;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Makes a case of a call while the caller is still on the telephone. */
@Service
public class TakeCall {

    private static final int MOST = 12;

    private final ReceiveRequest receiveRequest;
    private final IntakeKeys keys;
    private final Validator validator;
    private final ContactBook contacts;

    TakeCall(ReceiveRequest receiveRequest, IntakeKeys keys, Validator validator, ContactBook contacts) {
        this.receiveRequest = receiveRequest;
        this.keys = keys;
        this.validator = validator;
        this.contacts = contacts;
    }

    /**
     * What the agent wrote down.
     *
     * @param customer tenant id or domain
     */
    public record Call(
            String customer,
            String contactName,
            String contactEmail,
            @Nullable String contactPhone,
            String subject,
            String description,
            @Nullable String product,
            @Nullable Severity severity,
            @Nullable Integer affectedUsers) {}

    /**
     * What became of it.
     *
     * @param number null when it was refused
     * @param faults what is wrong, by the field of a {@link CaseRequest}; empty when it became a case
     */
    public record Outcome(@Nullable CaseNumber number, Map<String, String> faults) {}

    /** Contacts to choose from. */
    public List<ContactBook.Entry> contacts(String text) {
        return text.isBlank() ? List.of() : contacts.find(text, MOST);
    }

    /**
     * Registers the call as a case.
     *
     * @param key one for each call: sent twice it is one case
     */
    public Outcome take(Call call, String key, Person agent) {
        var request = requestOf(call);
        var faults = new TreeMap<String, String>();
        validator
                .validate(request)
                .forEach(fault -> faults.putIfAbsent(fault.getPropertyPath().toString(), fault.getMessage()));
        if (!faults.isEmpty()) {
            return new Outcome(null, faults);
        }
        try {
            var receipt = receiveRequest.receive(request, keys.ofClient("desk:" + agent.login(), key, request), null);
            return new Outcome(receipt.supportCase().number(), Map.of());
        } catch (UnknownRequester e) {
            return new Outcome(null, Map.of(e.field(), String.valueOf(e.getMessage())));
        } catch (IntakeKeyReused e) {
            return new Outcome(
                    null,
                    Map.of("subject", "was changed after the call became a case; open Log call again for another one"));
        }
    }

    private static CaseRequest requestOf(Call call) {
        return new CaseRequest(
                call.customer,
                new ContactPerson(call.contactName, call.contactEmail, call.contactPhone),
                call.subject,
                call.description,
                call.product,
                Channel.PHONE,
                null,
                call.severity,
                null,
                call.affectedUsers,
                null,
                null);
    }
}
