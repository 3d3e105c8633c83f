package io.casewright.casefile.application;

import io.casewright.customer.SupportAction;
import io.casewright.servicehealth.HealthCheck;
import io.casewright.servicehealth.ServiceHealthUnavailable;
import io.casewright.servicehealth.ServiceStatus;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the services of the customer's tenant stand, which is Microsoft's to tell and not the customer's. */
@Component
class ServiceStatusCheck implements TroubleshootingCheck {

    private final HealthCheck health;

    ServiceStatusCheck(HealthCheck health) {
        this.health = health;
    }

    @Override
    public Kind kind() {
        return Kind.SERVICE_STATUS;
    }

    @Override
    public Optional<SupportAction> action() {
        return Optional.of(SupportAction.READ_SERVICE_HEALTH);
    }

    @Override
    public boolean readsWhatIsTheCustomers() {
        return false;
    }

    @Override
    public CheckResult run(String tenantId, @Nullable String subject) {
        try {
            return new CheckResult(textOf(health.statusOfServices(tenantId)), true);
        } catch (ServiceHealthUnavailable e) {
            return new CheckResult("The status of the services could not be read: " + e.reason(), false);
        }
    }

    private static String textOf(ServiceStatus.All all) {
        String when = "Services of the tenant at " + all.readAt().truncatedTo(ChronoUnit.MINUTES) + ". ";
        String troubled = all.services().stream()
                .filter(service -> !service.isWorking())
                .map(ServiceStatus::words)
                .collect(Collectors.joining("\n"));
        return troubled.isEmpty()
                ? when + "All %d work.".formatted(all.services().size())
                : when + "Of %d these do not work:\n%s".formatted(all.services().size(), troubled);
    }
}
