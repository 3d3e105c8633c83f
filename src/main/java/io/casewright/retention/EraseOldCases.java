package io.casewright.retention;

import static java.util.stream.Collectors.groupingBy;

import io.casewright.casefile.application.CasesOfContacts;
import io.casewright.customer.KnownPersons;
import io.casewright.platform.personal.Erasure;
import io.casewright.platform.personal.PersonTraces;
import io.casewright.platform.personal.PersonTraces.Known;
import io.casewright.platform.personal.PersonalRecords;
import io.casewright.platform.personal.Pseudonym;
import io.casewright.platform.time.PartnerDays;
import io.casewright.retention.Certificate.Cause;
import io.casewright.retention.OldCases.OldCase;
import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Erases cases that ended long ago. Their contact may be one still, so they are kept under one that nobody is. */
@Service
class EraseOldCases {

    private static final Logger log = LoggerFactory.getLogger(EraseOldCases.class);

    private final OldCases oldCases;
    private final KnownPersons persons;
    private final CasesOfContacts cases;
    private final LegalHolds holds;
    private final PersonalRecords records;
    private final Certificates certificates;
    private final TransactionTemplate transaction;
    private final PartnerDays days;
    private final Clock clock;

    EraseOldCases(
            OldCases oldCases,
            KnownPersons persons,
            CasesOfContacts cases,
            LegalHolds holds,
            PersonalRecords records,
            Certificates certificates,
            TransactionTemplate transaction,
            PartnerDays days,
            Clock clock) {
        this.oldCases = oldCases;
        this.persons = persons;
        this.cases = cases;
        this.holds = holds;
        this.records = records;
        this.certificates = certificates;
        this.transaction = transaction;
        this.days = days;
        this.clock = clock;
    }

    /** The cases of each contact are erased on their own, so that one which fails stops no other. Returns how many cases were. */
    int erase(Period age, int atMost) {
        var before = clock.instant().atOffset(ZoneOffset.UTC).minus(age).toInstant();
        int erased = 0;
        var old = oldCases.endedBefore(before, days.today(), atMost).stream()
                .collect(groupingBy(OldCase::contactId, LinkedHashMap::new, Collectors.toList()));
        for (var ofContact : old.values()) {
            try {
                transaction.executeWithoutResult(status -> erase(ofContact));
                erased += ofContact.size();
            } catch (RuntimeException e) {
                log.warn(
                        "{} old cases of one contact could not be erased, from {} on; it is tried again at the next look",
                        ofContact.size(),
                        ofContact.getFirst().number(),
                        e);
            }
        }
        return erased;
    }

    private void erase(List<OldCase> old) {
        var any = old.getFirst();
        var person = persons.hold(any.customerId(), any.contactId()).orElseThrow();
        var meant = old.stream().map(OldCase::id).collect(Collectors.toSet());
        var held = holds.of(any.contactId());
        // One may have been reopened, erased or held meanwhile.
        var own = cases.hold(any.contactId()).stream()
                .filter(each -> meant.contains(each.id()) && !each.isBusy())
                .filter(each -> held.stream().noneMatch(hold -> hold.isOn(each.number())))
                .toList();
        if (own.isEmpty()) {
            return;
        }
        var pseudonym = Pseudonym.next();
        var quotes = own.stream()
                .flatMap(each -> Stream.of(each.subject(), each.description()))
                .distinct()
                .toList();
        var erasure = new Erasure(
                null,
                own.stream()
                        .map(each -> new Erasure.Case(each.id(), each.number()))
                        .toList(),
                List.of(),
                PersonTraces.inOwn(new Known(person.names(), person.addresses(), person.phones(), quotes), pseudonym),
                PersonTraces.inOthers(new Known(Set.of(), Set.of(), Set.of(), Set.of()), pseudonym),
                pseudonym,
                persons.addNobody(person.customerId(), pseudonym, clock.instant()),
                clock.instant());
        certificates.add(Cause.BY_AGE, person.customerId(), erasure, records.erase(erasure), null);
    }
}
