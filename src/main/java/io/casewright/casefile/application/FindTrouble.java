package io.casewright.casefile.application;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Request;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.persistence.SupportCases;
import io.casewright.customer.CustomerDirectory;
import io.casewright.customer.Requester;
import io.casewright.platform.text.BodyText;
import io.casewright.triage.RequestReader;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads which customers have trouble with which service, for comparisons across customers. */
@Service
@Transactional(readOnly = true)
public class FindTrouble {

    private final SupportCases cases;
    private final CustomerDirectory directory;
    private final RequestReader reader;

    FindTrouble(SupportCases cases, CustomerDirectory directory, RequestReader reader) {
        this.cases = cases;
        this.directory = directory;
        this.reader = reader;
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

    /** What goes wrong by these requests, in words that are the same in all languages where they are known. */
    public Map<CaseNumber, Set<String>> symptomsOf(Collection<CaseNumber> numbers) {
        return cases
                .findByNumberInOrderById(numbers.stream().map(CaseNumber::value).toList())
                .stream()
                .collect(Collectors.toMap(SupportCase::number, each -> symptomsOf(each.request())));
    }

    private Set<String> symptomsOf(Request request) {
        String product = request.product();
        return reader.symptoms(request.subject(), BodyText.of(request.description()), product == null ? "" : product);
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
