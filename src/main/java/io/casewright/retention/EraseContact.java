package io.casewright.retention;

import io.casewright.casefile.application.CasesOfContacts;
import io.casewright.casefile.application.CasesOfContacts.OwnCase;
import io.casewright.customer.Editor;
import io.casewright.customer.KnownPersons;
import io.casewright.customer.KnownPersons.KnownPerson;
import io.casewright.platform.personal.Erasure;
import io.casewright.platform.personal.PersonTraces;
import io.casewright.platform.personal.PersonTraces.Known;
import io.casewright.platform.personal.PersonalRecords;
import io.casewright.platform.personal.Pseudonym;
import io.casewright.retention.Certificate.Cause;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases a contact on request: whoever looks for it finds a pseudonym, and what it wrote is gone; times, numbers and kinds stay, so that
 * statistics do. Either all of it is erased or nothing.
 */
@Service
public class EraseContact {

    private static final int NAMED_CASES = 5;

    private final KnownPersons persons;
    private final CasesOfContacts cases;
    private final LegalHolds holds;
    private final PersonalRecords records;
    private final Certificates certificates;
    private final Clock clock;

    EraseContact(
            KnownPersons persons,
            CasesOfContacts cases,
            LegalHolds holds,
            PersonalRecords records,
            Certificates certificates,
            Clock clock) {
        this.persons = persons;
        this.cases = cases;
        this.holds = holds;
        this.records = records;
        this.certificates = certificates;
        this.clock = clock;
    }

    /**
     * What would be erased.
     *
     * @param obstacles why it cannot be now and what to do, as sentences; empty when it can
     * @param elsewhere other customers of whom the same address is a contact, which is not touched
     */
    public record Preview(Map<String, Integer> counts, int cases, List<String> obstacles, List<String> elsewhere) {}

    /** @throws NoSuchElementException when there is no such contact */
    @Transactional(readOnly = true)
    public Preview preview(long customerId, long contactId) {
        var person = persons.find(customerId, contactId).orElseThrow(NoSuchElementException::new);
        var own = cases.of(contactId);
        return new Preview(
                records.count(erasure(person, own)), own.size(), obstacles(contactId, own), person.elsewhere());
    }

    /** All that is kept of the person now. */
    @Transactional(readOnly = true)
    public Erasure scope(long customerId, long contactId) {
        var person = persons.find(customerId, contactId).orElseThrow(NoSuchElementException::new);
        return erasure(person, cases.of(contactId));
    }

    /**
     * Erases it; a second time only what came meanwhile.
     *
     * @return id of the certificate
     * @throws ErasureRefused when it cannot be now
     * @throws NoSuchElementException when there is no such contact
     */
    @Transactional
    public long erase(long customerId, long contactId, Editor editor) {
        var person = persons.hold(customerId, contactId).orElseThrow(NoSuchElementException::new);
        var own = cases.hold(contactId);
        var obstacles = obstacles(contactId, own);
        if (!obstacles.isEmpty()) {
            throw new ErasureRefused(String.join(" ", obstacles));
        }
        var earlier = certificates.newestOf(contactId);
        if (person.isErased() && own.isEmpty() && earlier.isPresent()) {
            return earlier.get().id();
        }
        var erasure = erasure(person, own);
        return certificates.add(Cause.ON_REQUEST, customerId, erasure, records.erase(erasure), editor);
    }

    private List<String> obstacles(long contactId, List<OwnCase> own) {
        var open = own.stream().filter(OwnCase::isBusy).map(OwnCase::number).toList();
        var busy = open.isEmpty()
                ? Stream.<String>empty()
                : Stream.of("Still open, or just ending: "
                        + String.join(", ", open.subList(0, Math.min(NAMED_CASES, open.size())))
                        + (open.size() > NAMED_CASES ? " and " + (open.size() - NAMED_CASES) + " more" : "")
                        + ". Close or withdraw them first; who works on them needs to know who asks.");
        return Stream.concat(
                        holds.of(contactId).stream()
                                .map(hold -> hold.words() + (hold.reason().endsWith(".") ? "" : ".")
                                        + " Lift the hold first, if it may be."),
                        busy)
                .toList();
    }

    private Erasure erasure(KnownPerson person, List<OwnCase> own) {
        var pseudonym = person.isErased() ? new Pseudonym(person.name(), person.email()) : Pseudonym.next();
        var quotes = own.stream()
                .flatMap(each -> Stream.of(each.subject(), each.description()))
                .distinct()
                .toList();
        return new Erasure(
                person.contactId(),
                own.stream()
                        .map(each -> new Erasure.Case(each.id(), each.number()))
                        .toList(),
                cases.ofOthers(person.customerId(), person.contactId()).stream()
                        .map(each -> new Erasure.Case(each.id(), each.number()))
                        .toList(),
                PersonTraces.inOwn(new Known(person.names(), person.addresses(), person.phones(), quotes), pseudonym),
                PersonTraces.inOthers(
                        new Known(
                                without(person.names(), person.sharedNames()),
                                person.addresses(),
                                without(person.phones(), person.sharedPhones()),
                                List.of()),
                        pseudonym),
                pseudonym,
                person.contactId(),
                clock.instant());
    }

    private static List<String> without(Set<String> values, Set<String> others) {
        return values.stream().filter(Predicate.not(others::contains)).toList();
    }
}
