package io.casewright.casefile.application;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Evidence;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.casefile.persistence.EvidenceStore;
import io.casewright.casefile.persistence.SupportCases;
import io.casewright.casefile.persistence.Timeline;
import io.casewright.customer.CustomerDirectory;
import io.casewright.customer.Requester;
import io.casewright.message.CaseMessage;
import io.casewright.message.Messages;
import io.casewright.plan.application.Plans;
import io.casewright.plan.application.ToldPlans;
import io.casewright.plan.domain.PlanVersion;
import io.casewright.plan.domain.ToldVersion;
import io.casewright.site.application.Sites;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads all that is kept about one case, at one moment. */
@Service
@Transactional(readOnly = true)
public class ReadCaseFile {

    private final SupportCases cases;
    private final Timeline timeline;
    private final EvidenceStore evidence;
    private final Messages messages;
    private final CustomerDirectory directory;
    private final Plans plans;
    private final ToldPlans told;
    private final Sites sites;
    private final PromisedTimes promised;

    ReadCaseFile(
            SupportCases cases,
            Timeline timeline,
            EvidenceStore evidence,
            Messages messages,
            CustomerDirectory directory,
            Plans plans,
            ToldPlans told,
            Sites sites,
            PromisedTimes promised) {
        this.sites = sites;
        this.promised = promised;
        this.cases = cases;
        this.timeline = timeline;
        this.evidence = evidence;
        this.messages = messages;
        this.directory = directory;
        this.plans = plans;
        this.told = told;
    }

    /**
     * Everything about a case; all lists are oldest first.
     *
     * @param plan the version of the customer's plan under which it was begun
     * @param told that the contact was told it; null before the acknowledgement
     * @param site name of the customer's site that it comes from; null when none is known
     * @param promises what its customer was promised, and how that stands
     */
    public record CaseFile(
            SupportCase supportCase,
            Requester requester,
            PlanVersion plan,
            @Nullable ToldVersion told,
            @Nullable String site,
            List<PromisedTimes.Promised> promises,
            List<TimelineEntry> timeline,
            List<Evidence> evidence,
            List<CaseMessage> messages) {}

    /** Empty when there is no case of this number. */
    public Optional<CaseFile> read(CaseNumber number) {
        return cases.findByNumber(number.value()).map(found -> {
            var requester = directory.contact(found.contactId());
            var plan = plans.ofCase(number.value());
            return new CaseFile(
                    found,
                    requester,
                    plan,
                    told.withCase(number.value()).stream().findFirst().orElse(null),
                    sites.nameOfBegun(number.value()).orElse(null),
                    promised.of(number),
                    timeline.findByCaseIdOrderById(found.id()),
                    evidence.findByCaseIdOrderById(found.id()),
                    messages.of(found.number().value()));
        });
    }
}
