package io.casewright.participant;

import io.casewright.customer.CustomerDirectory;
import io.casewright.customer.Requester;
import io.casewright.participant.Participant.State;
import io.casewright.platform.text.Identity;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who takes part in a case. Only contacts of the customer whose case it is can. */
@Service
@Transactional
public class Participants {

    private final ParticipantStore store;
    private final CustomerDirectory directory;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Participants(ParticipantStore store, CustomerDirectory directory, Clock clock, ApplicationEventPublisher events) {
        this.events = events;
        this.store = store;
        this.directory = directory;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Participant> of(String caseNumber) {
        return store.of(caseNumber);
    }

    /** Who gets a copy of a letter. */
    @Transactional(readOnly = true)
    public List<Participant> readersOf(String caseNumber) {
        return store.of(caseNumber).stream()
                .filter(each -> each.state() == State.ACTIVE)
                .toList();
    }

    /** Whether somebody decided that this contact is not heard in the case any more. */
    @Transactional(readOnly = true)
    public boolean isRemoved(String caseNumber, long contact) {
        return store.of(caseNumber).stream()
                .anyMatch(each ->
                        each.state() == State.REMOVED && Long.valueOf(contact).equals(each.contactId()));
    }

    /**
     * Takes up who a mail of the case went to. Whom somebody muted or removed stays so.
     *
     * @param asker the contact whose case it is, who needs no copy
     * @param people names by address
     */
    public void takeUp(String caseNumber, Requester asker, Map<String, String> people) {
        people.forEach((address, name) -> {
            var known = contactOf(asker, address);
            if (known.isEmpty()) {
                store.add(caseNumber, null, Identity.ofAddress(address), name, State.UNKNOWN, null, clock.instant());
            } else if (known.get().contactId() != asker.contactId()) {
                add(caseNumber, known.get(), null);
            }
        });
    }

    /**
     * Adds a contact by its address.
     *
     * @param asker the contact whose case it is
     * @param by login of who adds it
     * @return why it cannot be added, as a sentence; empty when it is there now
     */
    public Optional<String> add(String caseNumber, Requester asker, String address, @Nullable String by) {
        var known = contactOf(asker, address);
        if (known.isEmpty()) {
            return Optional.of(
                    "There is no contact of this customer with this address. Have a duty manager add the contact first.");
        }
        if (known.get().contactId() == asker.contactId()) {
            return Optional.of("This is who asked, and hears everything anyway.");
        }
        add(caseNumber, known.get(), by);
        store.of(caseNumber).stream()
                .filter(each -> each.address().equals(known.get().contactEmail()))
                .filter(each -> each.state() != State.ACTIVE)
                .forEach(each -> store.change(each.id(), State.ACTIVE, by, clock.instant()));
        return Optional.empty();
    }

    /**
     * Mutes, removes or takes back a participant who is known.
     *
     * @return false when there is none of this id
     */
    public boolean change(String caseNumber, long id, State state, @Nullable String by) {
        var found = store.find(caseNumber, id).filter(each -> each.state() != State.UNKNOWN);
        found.filter(each -> each.state() != state).ifPresent(each -> {
            store.change(id, state, by, clock.instant());
            events.publishEvent(new ParticipantsChanged(caseNumber));
        });
        return found.isPresent();
    }

    private void add(String caseNumber, Requester contact, @Nullable String by) {
        events.publishEvent(new ParticipantsChanged(caseNumber));
        store.add(
                caseNumber,
                contact.contactId(),
                contact.contactEmail(),
                contact.contactName(),
                State.ACTIVE,
                by,
                clock.instant());
    }

    private Optional<Requester> contactOf(Requester asker, String address) {
        return directory.findSenders(address).stream()
                .filter(each -> each.customerId() == asker.customerId())
                .findFirst();
    }
}
