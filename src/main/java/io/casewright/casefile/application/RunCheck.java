package io.casewright.casefile.application;

import io.casewright.casefile.application.TroubleshootingCheck.CheckResult;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Evidence;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.EvidenceStore;
import io.casewright.customer.CustomerDirectory;
import io.casewright.customer.DelegatedAccess;
import io.casewright.customer.SupportAction;
import io.casewright.microsoft.MicrosoftRefused;
import io.casewright.microsoft.MicrosoftUnavailable;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Looks something up for the agent who diagnoses; the result is evidence, under the role that it took if it took one. */
@Service
public class RunCheck {

    private final CaseSteps steps;
    private final List<TroubleshootingCheck> checks;
    private final CustomerDirectory directory;
    private final DelegatedAccess access;
    private final EvidenceStore evidence;
    private final TransactionOperations transactions;
    private final Clock clock;

    /** @param role under which somebody has looked; null when nobody has, or when it takes none */
    private record Looked(
            String text, boolean proof, @Nullable String role) {

        static Looked notAtAll(String text) {
            return new Looked(text, false, null);
        }
    }

    RunCheck(
            CaseSteps steps,
            List<TroubleshootingCheck> checks,
            CustomerDirectory directory,
            DelegatedAccess access,
            EvidenceStore evidence,
            TransactionOperations transactions,
            Clock clock) {
        this.steps = steps;
        this.checks = checks;
        this.directory = directory;
        this.access = access;
        this.evidence = evidence;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Runs the check outside of any transaction, then records what came of it. The same step is not run again: it keeps its result.
     *
     * @param word which check, as the form writes it
     * @param subject whom it is about; null when it asks for nobody
     * @param role that the agent says to work under
     * @return the result, for the agent's form
     */
    public String run(
            CaseNumber number,
            @Nullable String word,
            @Nullable String subject,
            @Nullable String role,
            @Nullable String agent,
            Step step) {
        var asked = steps.find(number);
        if (asked.status().isEnded()) {
            return "The case is %s meanwhile; nothing was checked.".formatted(asked.status());
        }
        var before = steps.textOf(asked, step);
        if (before.isPresent()) {
            return before.get();
        }
        var check =
                checks.stream().filter(each -> wordOf(each.kind()).equals(word)).findFirst();
        if (check.isEmpty()) {
            return "Run a check: choose one.";
        }
        String tenant = directory.contact(asked.contactId()).tenantId();
        String product = asked.request().product();
        var used = roleFor(check.get(), tenant, product, role);
        var looked = used.isEmpty() && isForbidden(check.get(), tenant)
                ? Looked.notAtAll(missingRole(check.get(), product))
                : look(check.get(), tenant, subject, used);
        String text = AgentText.shown(looked.text());
        return transactions.execute(status -> {
            var found = steps.find(number);
            steps.once(found, step, supportCase -> {
                if (looked.proof()) {
                    evidence.save(supportCase.proves(
                            Evidence.Kind.TROUBLESHOOTING, text, looked.role(), agent, clock.instant(), step));
                }
                steps.record(supportCase, Kind.CHECKED, Actor.agent(agent), step, text);
            });
            return steps.textOf(found, step).orElse(text);
        });
    }

    private static Looked look(
            TroubleshootingCheck check, String tenant, @Nullable String subject, Optional<String> role) {
        try {
            CheckResult result = check.run(tenant, subject);
            return new Looked(result.text(), result.proof(), role.orElse(null));
        } catch (MicrosoftRefused e) {
            return new Looked("It was refused: " + e.reason(), true, null);
        } catch (MicrosoftUnavailable e) {
            return Looked.notAtAll("It could not be read: " + e.reason());
        }
    }

    /** What the agent says, if it suffices and stands; else the least privileged role that does. None where none is needed. */
    private Optional<String> roleFor(
            TroubleshootingCheck check, String tenant, @Nullable String product, @Nullable String role) {
        return check.action().flatMap(action -> {
            if (role != null
                    && access.suffices(role, action, product)
                    && access.objectionTo(role, tenant).isEmpty()) {
                return Optional.of(role);
            }
            return access.leastOf(access.grantedBy(tenant).usable(), action, product);
        });
    }

    /** Nobody looks around in a tenant whose owner did not let us; what cannot be known is left to Microsoft to refuse. */
    private boolean isForbidden(TroubleshootingCheck check, String tenant) {
        return check.readsWhatIsTheCustomers() && access.grantedBy(tenant).isRead();
    }

    private String missingRole(TroubleshootingCheck check, @Nullable String product) {
        SupportAction action = check.action().orElseThrow();
        return "The customer granted no role that suffices to %s; %s would. Request it first."
                .formatted(action.words(), access.leastRoleFor(action, product));
    }

    private static String wordOf(TroubleshootingCheck.Kind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
