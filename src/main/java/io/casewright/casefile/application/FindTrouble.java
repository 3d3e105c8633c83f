package io.casewright.casefile.application;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.persistence.SupportCases;
import io.casewright.customer.CustomerDirectory;
import io.casewright.customer.Requester;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads which customers have trouble with which service, for comparisons across customers. */
@Service
@Transactional(readOnly = true)
public class FindTrouble {

    private final SupportCases cases;
    private final CustomerDirectory directory;

    FindTrouble(SupportCases cases, CustomerDirectory directory) {
        this.cases = cases;
        this.directory = directory;
    }

    /**
     * An open technical case.
     *
     * @param service its product in small letters, with single blanks
     * @param region its region likewise; empty when the customer named none
     */
    public record Trouble(CaseNumber number, long customerId, String service, String region, Instant receivedAt) {}

    /** A case as a list shows it. */
    public record Line(
            CaseNumber number,
            long customerId,
            String customerName,
            String subject,
            Instant receivedAt,
            boolean ended) {}

    /** Open technical cases that were triaged and were received since then; the first received first. */
    public List<Trouble> openSince(Instant since) {
        return cases.findOpenTroubleSince(since).stream()
                .map(each -> new Trouble(
                        new CaseNumber(each.getNumber()),
                        each.getCustomerId(),
                        normal(each.getProduct()),
                        normal(each.getRegion()),
                        each.getReceivedAt()))
                .filter(each -> !each.service().isEmpty())
                .toList();
    }

    /** Those of the given cases that exist, in the order of their receipt. */
    public List<Line> lines(Collection<CaseNumber> numbers) {
        var found = cases.findByNumberInOrderById(
                numbers.stream().map(CaseNumber::value).toList());
        var requesters = directory.contacts(
                found.stream().map(each -> each.contactId()).distinct().toList());
        return found.stream()
                .map(each -> new Line(
                        each.number(),
                        each.customerId(),
                        nameIn(requesters, each.contactId()),
                        each.request().subject(),
                        each.receivedAt(),
                        each.status().isEnded()))
                .toList();
    }

    private static String nameIn(Map<Long, Requester> requesters, long contactId) {
        var requester = requesters.get(contactId);
        return requester == null ? "" : requester.customerName();
    }

    private static String normal(@Nullable String name) {
        return name == null ? "" : name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
