package io.casewright.customer;

import io.casewright.customer.RelationshipWire.AccessDetails;
import io.casewright.customer.RelationshipWire.AssignmentStatus;
import io.casewright.customer.RelationshipWire.Relationship;
import io.casewright.customer.RelationshipWire.Status;
import io.casewright.microsoft.MicrosoftTrouble;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The roles that customers delegated to the partner (GDAP), and which of them a piece of work needs at least. Two gates count: a
 * relationship that lasts grants a role, and an active assignment gives it to people.
 */
@Component
public class DelegatedAccess {

    private static final Set<Status> LASTING = EnumSet.of(Status.ACTIVE, Status.EXPIRING);

    private final Roles roles = new Roles();
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final Relationships relationships;
    private final DelegatedAccessSettings settings;
    private final Clock clock;

    private record Kept(GrantedRoles granted, Instant until) {}

    DelegatedAccess(Relationships relationships, DelegatedAccessSettings settings, Clock clock) {
        this.relationships = relationships;
        this.settings = settings;
        this.clock = clock;
    }

    /** What the partner's people may be in this tenant. Takes seconds unless it was read a short time ago; never throws for Microsoft's sake. */
    public GrantedRoles grantedBy(String tenantId) {
        Kept last = kept.get(tenantId);
        if (last != null && clock.instant().isBefore(last.until())) {
            return last.granted();
        }
        if (!relationships.canBeAsked()) {
            return GrantedRoles.unreadable("No line to Microsoft is set up.");
        }
        try {
            GrantedRoles granted = read(tenantId);
            kept.put(tenantId, new Kept(granted, clock.instant().plus(settings.keepFor())));
            return granted;
        } catch (MicrosoftTrouble e) {
            return GrantedRoles.unreadable(e.reason());
        }
    }

    /** The next question about this tenant is asked of Microsoft. */
    public void forget(String tenantId) {
        kept.remove(tenantId);
    }

    /** The least privileged role that suffices. */
    public String leastRoleFor(SupportAction action, @Nullable String product) {
        return roles.leastFor(action, product);
    }

    /** The least privileged of these roles that suffices, if one does. */
    public Optional<String> leastOf(Set<String> usable, SupportAction action, @Nullable String product) {
        return roles.leastOf(usable, action, product);
    }

    /** Whether this role alone is enough for it. */
    public boolean suffices(String role, SupportAction action, @Nullable String product) {
        return roles.leastOf(Set.of(role), action, product).isPresent();
    }

    /** Every role that support may use, whoever granted it. */
    public Set<String> rolesForSupport() {
        return roles.usable();
    }

    /** Why nobody may have worked under this role, as a sentence; a role that cannot be checked now is believed. */
    public Optional<String> objectionTo(String role, String tenantId) {
        if (roles.isRefused(role)) {
            return Optional.of("%s is more than any support needs; name the role that suffices.".formatted(role));
        }
        if (!roles.isKnown(role)) {
            return Optional.of("There is no such role; choose one.");
        }
        GrantedRoles granted = grantedBy(tenantId);
        if (!granted.isRead() || granted.usable().contains(role)) {
            return Optional.empty();
        }
        return Optional.of(
                granted.unassigned().contains(role)
                        ? "%s is granted by the customer, but assigned to nobody.".formatted(role)
                        : "%s is not granted by the customer.".formatted(role));
    }

    private GrantedRoles read(String tenantId) {
        var assigned = new TreeSet<String>();
        var all = new TreeSet<String>();
        for (Relationship relationship : relationships.withCustomer(tenantId)) {
            if (lasts(relationship)) {
                Set<String> granted = namesOf(relationship.accessDetails());
                all.addAll(granted);
                relationships.assignmentsOf(relationship.id()).stream()
                        .filter(assignment -> assignment.status() == AssignmentStatus.ACTIVE)
                        .flatMap(assignment -> namesOf(assignment.accessDetails()).stream())
                        .filter(granted::contains)
                        .forEach(assigned::add);
            }
        }
        var unassigned = new TreeSet<>(all);
        unassigned.removeAll(assigned);
        var refused = assigned.stream().filter(roles::isRefused).collect(Collectors.toCollection(TreeSet::new));
        assigned.removeAll(refused);
        return new GrantedRoles(assigned, unassigned, refused, null);
    }

    private boolean lasts(Relationship relationship) {
        Instant end = relationship.endDateTime();
        return relationship.status() != null
                && LASTING.contains(relationship.status())
                && end != null
                && end.isAfter(clock.instant());
    }

    /** Roles that support knows; what else a customer granted is of no use here. */
    private Set<String> namesOf(@Nullable AccessDetails details) {
        var unified = details == null ? null : details.unifiedRoles();
        return Objects.requireNonNullElse(unified, List.<RelationshipWire.UnifiedRole>of()).stream()
                .flatMap(role -> roles.nameOf(role.roleDefinitionId()).stream())
                .collect(Collectors.toSet());
    }
}
