package io.casewright.casefile.application;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.customer.CustomerDirectory;
import io.casewright.customer.DelegatedAccess;
import io.casewright.customer.GrantedRoles;
import io.casewright.customer.SupportAction;
import io.casewright.platform.text.CutText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds the least privileged role for looking into a case, and whether the customer granted it. */
@Service
public class CheckDelegatedAccess {

    static final String OUR_GROUP =
            "a security group of ours in Partner Center, on the page of the customer's admin relationships.";

    private final CaseSteps steps;
    private final CustomerDirectory directory;
    private final DelegatedAccess access;

    CheckDelegatedAccess(CaseSteps steps, CustomerDirectory directory, DelegatedAccess access) {
        this.steps = steps;
        this.directory = directory;
        this.access = access;
    }

    /** Whether the customer granted what is needed. */
    public enum Granted {
        YES("yes", "granted"),
        NO("no", "not granted"),
        /** Granted, but nobody of ours has it yet. */
        UNASSIGNED("granted, not assigned", "granted, but assigned to nobody"),
        /** Microsoft could not be asked. */
        UNKNOWN("unknown", "unknown");

        private final String shown;
        private final String words;

        Granted(String shown, String words) {
            this.shown = shown;
            this.words = words;
        }

        /** As the agent's form shows it. */
        public String shown() {
            return shown;
        }
    }

    /**
     * What is known of the roles.
     *
     * @param leastRole the least privileged of the granted roles that suffices; when none does, the one to ask for
     * @param summary for the agent's form
     * @param roles under which an agent may have worked; all of them while it cannot be known which are granted
     */
    public record Access(String leastRole, Granted granted, String summary, List<String> roles) {}

    /** Asks Microsoft, so never within a transaction. Microsoft's trouble is told, not thrown. */
    public Access check(CaseNumber number) {
        var found = steps.find(number);
        String product = found.request().product();
        GrantedRoles roles =
                access.grantedBy(directory.contact(found.contactId()).tenantId());
        var usable = access.leastOf(roles.usable(), SupportAction.LOOK_INTO, product);
        var unassigned = access.leastOf(roles.unassigned(), SupportAction.LOOK_INTO, product);
        String leastRole =
                usable.or(() -> unassigned).orElseGet(() -> access.leastRoleFor(SupportAction.LOOK_INTO, product));
        if (!roles.isRead()) {
            return new Access(
                    leastRole,
                    Granted.UNKNOWN,
                    AgentText.shown("Delegated access could not be read: " + roles.problem()),
                    List.copyOf(access.rolesForSupport()));
        }
        Granted granted = usable.isPresent() ? Granted.YES : unassigned.isPresent() ? Granted.UNASSIGNED : Granted.NO;
        return new Access(
                leastRole,
                granted,
                AgentText.shown(summaryOf(roles, leastRole, granted, product)),
                List.copyOf(roles.usable()));
    }

    private static String summaryOf(GrantedRoles roles, String leastRole, Granted granted, @Nullable String product) {
        var lines = new ArrayList<String>();
        lines.add("To look into %s, %s suffices; it is %s."
                .formatted(product == null ? "it" : CutText.upTo(80, product), leastRole, granted.words));
        lines.add(roles.usable().isEmpty() ? "You may use no role now." : "You may use: " + named(roles.usable()));
        if (!roles.unassigned().isEmpty()) {
            lines.add("Granted, but assigned to nobody: " + named(roles.unassigned()) + " Give these roles to "
                    + OUR_GROUP);
        }
        if (!roles.refused().isEmpty()) {
            lines.add("Granted, but more than any support needs, so not to be used: " + named(roles.refused()));
        }
        return String.join("\n", lines);
    }

    private static String named(Set<String> roles) {
        return String.join(", ", roles) + ".";
    }
}
