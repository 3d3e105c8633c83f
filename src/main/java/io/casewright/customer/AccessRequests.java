package io.casewright.customer;

import io.casewright.customer.RelationshipWire.Relationship;
import io.casewright.customer.RelationshipWire.Status;
import io.casewright.microsoft.MicrosoftRefused;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Asks customers, through Microsoft, to delegate a role to the partner. */
@Component
public class AccessRequests {

    private static final String APPROVAL =
            "https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/";
    private static final Set<Status> OPEN =
            EnumSet.of(Status.CREATED, Status.APPROVAL_PENDING, Status.APPROVED, Status.ACTIVATING);
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final Roles roles = new Roles();
    private final Relationships relationships;
    private final DelegatedAccess access;
    private final DelegatedAccessSettings settings;

    AccessRequests(Relationships relationships, DelegatedAccess access, DelegatedAccessSettings settings) {
        this.relationships = relationships;
        this.access = access;
        this.settings = settings;
    }

    /**
     * A request that the customer can approve.
     *
     * @param link where an administrator of the customer does so
     */
    public record Invitation(String relationshipId, URI link) {}

    /** How far a request is. */
    public enum State {
        PENDING,
        ACTIVE,
        ENDED
    }

    /** @param words what became of it, as a sentence */
    public record Progress(State state, String words) {}

    /** How often is looked whether a request was approved. */
    public Duration checkEvery() {
        return settings.checkEvery();
    }

    /**
     * Has a relationship with this role drawn up, which the customer cannot see before it is {@link #open opened}. Asked again
     * for the same purpose and role while the first request is open, it leads to the first.
     *
     * @param purpose what the relationship is named after, such as a case number; at most 40 characters
     * @throws MicrosoftRefused when Microsoft does not let the partner ask
     * @throws io.casewright.microsoft.MicrosoftUnavailable when no answer can be had now
     */
    public Invitation ask(String tenantId, String purpose, String role) {
        String roleId = roles.idOf(role);
        Relationship request;
        try {
            request = openOrNew(tenantId, purpose, roleId);
        } catch (MicrosoftRefused e) {
            if (e.status() != CONFLICT) {
                throw e;
            }
            // Somebody made it in between.
            request = openOrNew(tenantId, purpose, roleId);
        }
        return new Invitation(request.id(), URI.create(APPROVAL + request.id()));
    }

    /** The open request for the same purpose and role, if there is one; it may not be listed at once after it was made. */
    public Optional<String> find(String tenantId, String purpose, String role) {
        String roleId = roles.idOf(role);
        return relationships.withCustomer(tenantId).stream()
                .filter(each -> isNamedAfter(purpose, each) && isFor(roleId, each))
                .filter(each -> OPEN.contains(Objects.requireNonNullElse(each.status(), Status.UNKNOWN)))
                .map(Relationship::id)
                .findFirst();
    }

    /**
     * From now on the customer can approve it, and until the customer answers it cannot be taken back. Opened again it stays so.
     *
     * @throws MicrosoftRefused when it does not wait to be opened, and is not open
     * @throws io.casewright.microsoft.MicrosoftUnavailable when no answer can be had now
     */
    public void open(String relationshipId) {
        if (relationships.read(relationshipId).status() == Status.CREATED) {
            lock(relationshipId);
        }
    }

    /** How far the request is. An answer that the customer gave is seen at once by {@link DelegatedAccess} as well. */
    public Progress look(String tenantId, String relationshipId) {
        Relationship relationship;
        try {
            relationship = relationships.read(relationshipId);
        } catch (MicrosoftRefused e) {
            if (e.status() == NOT_FOUND) {
                return new Progress(State.ENDED, "The request does not exist at Microsoft any more.");
            }
            throw e;
        }
        Progress progress = progressOf(relationship);
        if (progress.state() != State.PENDING) {
            access.forget(tenantId);
        }
        return progress;
    }

    /**
     * Whether the customer can still approve a request for this purpose.
     *
     * @throws MicrosoftRefused when Microsoft does not tell
     * @throws io.casewright.microsoft.MicrosoftUnavailable when no answer can be had now
     */
    public boolean isOpen(String tenantId, String purpose) {
        return relationships.withCustomer(tenantId).stream()
                .filter(each -> isNamedAfter(purpose, each))
                .anyMatch(each -> OPEN.contains(Objects.requireNonNullElse(each.status(), Status.UNKNOWN)));
    }

    private Progress progressOf(Relationship relationship) {
        return switch (Objects.requireNonNullElse(relationship.status(), Status.UNKNOWN)) {
            case ACTIVE, EXPIRING -> new Progress(State.ACTIVE, "The customer approved the request.");
            case EXPIRED -> new Progress(State.ENDED, "The request ran out before the customer approved it.");
            case TERMINATION_REQUESTED, TERMINATING, TERMINATED ->
                new Progress(
                        State.ENDED,
                        wasRejected(relationship)
                                ? "The customer rejected the request."
                                : "The relationship was terminated.");
            case CREATED, APPROVAL_PENDING, APPROVED, ACTIVATING, UNKNOWN ->
                new Progress(State.PENDING, "The customer has not approved the request yet.");
        };
    }

    private boolean wasRejected(Relationship relationship) {
        return relationships.requestsOf(relationship.id()).stream()
                .anyMatch(request -> "reject".equalsIgnoreCase(request.action()));
    }

    private Relationship openOrNew(String tenantId, String purpose, String roleId) {
        List<Relationship> own = relationships.withCustomer(tenantId).stream()
                .filter(each -> isNamedAfter(purpose, each))
                .toList();
        return own.stream()
                .filter(each -> OPEN.contains(Objects.requireNonNullElse(each.status(), Status.UNKNOWN)))
                .filter(each -> isFor(roleId, each))
                .findFirst()
                .orElseGet(() -> relationships.create(freeName(purpose, own), tenantId, roleId, settings.duration()));
    }

    private void lock(String relationshipId) {
        try {
            relationships.askForApproval(relationshipId);
        } catch (MicrosoftRefused e) {
            // Refused as well when it was locked in between, which is what is wanted.
            if (relationships.read(relationshipId).status() == Status.CREATED) {
                throw e;
            }
        }
    }

    private static boolean isNamedAfter(String purpose, Relationship relationship) {
        String name = Optional.ofNullable(relationship.displayName()).orElse("");
        return name.equals(purpose) || name.startsWith(purpose + " (");
    }

    private static boolean isFor(String roleId, Relationship relationship) {
        var details = relationship.accessDetails();
        return details != null
                && details.unifiedRoles() != null
                && details.unifiedRoles().stream().anyMatch(role -> roleId.equalsIgnoreCase(role.roleDefinitionId()));
    }

    /** A name that was used stays used, even when its relationship has ended. */
    private static String freeName(String purpose, List<Relationship> own) {
        return own.isEmpty()
                ? purpose
                : IntStream.rangeClosed(2, own.size() + 2)
                        .mapToObj(number -> "%s (%d)".formatted(purpose, number))
                        .filter(name -> own.stream().noneMatch(each -> name.equals(each.displayName())))
                        .findFirst()
                        .orElseThrow();
    }
}
