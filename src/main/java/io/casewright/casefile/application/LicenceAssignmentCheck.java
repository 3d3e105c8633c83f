package io.casewright.casefile.application;

import io.casewright.customer.SupportAction;
import io.casewright.customer.UserLicences;
import io.casewright.customer.UserLicences.LicensedUser;
import io.casewright.customer.UserLicences.UserLicence;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which licences a user has, and whether they work. */
@Component
class LicenceAssignmentCheck implements TroubleshootingCheck {

    private final UserLicences licences;

    LicenceAssignmentCheck(UserLicences licences) {
        this.licences = licences;
    }

    @Override
    public Kind kind() {
        return Kind.LICENCE_ASSIGNMENT;
    }

    @Override
    public Optional<SupportAction> action() {
        return Optional.of(SupportAction.READ_LICENCES);
    }

    @Override
    public boolean readsWhatIsTheCustomers() {
        return true;
    }

    @Override
    public CheckResult run(String tenantId, @Nullable String subject) {
        if (!licences.canBeAsked()) {
            return new CheckResult("No line to Microsoft is set up.", false);
        }
        if (subject == null) {
            return new CheckResult("User to check: required, as the user signs in.", false);
        }
        return new CheckResult(
                licences.of(tenantId, subject)
                        .map(user -> textOf(subject, user))
                        .orElseGet(() -> "The tenant has no user %s.".formatted(subject)),
                true);
    }

    private static String textOf(String name, LicensedUser user) {
        String head = "%s: %s, %s.\n"
                .formatted(
                        name,
                        user.signInAllowed() ? "may sign in" : "sign-in is blocked",
                        user.usageLocation() == null
                                ? "no usage location, without which no licence can be given"
                                : "usage location " + user.usageLocation());
        return head
                + (user.licences().isEmpty()
                        ? "No licence is assigned."
                        : user.licences().stream()
                                .map(LicenceAssignmentCheck::lineOf)
                                .collect(Collectors.joining("\n")));
    }

    private static String lineOf(UserLicence licence) {
        String seats = licence.seats() == null || licence.seatsUsed() == null
                ? ""
                : "; %d of the tenant's %d seats are taken".formatted(licence.seatsUsed(), licence.seats());
        String services = licence.unprovisioned().isEmpty()
                ? ""
                : "; not available in it: " + String.join(", ", licence.unprovisioned());
        return "%s, %s: %s%s%s."
                .formatted(
                        licence.product(),
                        licence.byGroup() ? "through a group" : "directly",
                        licence.error() == null
                                ? "assigned"
                                : "not assigned, Microsoft says %s".formatted(licence.error()),
                        seats,
                        services);
    }
}
