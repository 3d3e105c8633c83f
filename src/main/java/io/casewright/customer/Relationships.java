package io.casewright.customer;

import io.casewright.customer.RelationshipWire.AccessDetails;
import io.casewright.customer.RelationshipWire.Assignment;
import io.casewright.customer.RelationshipWire.AssignmentPage;
import io.casewright.customer.RelationshipWire.NewRelationship;
import io.casewright.customer.RelationshipWire.NewRequest;
import io.casewright.customer.RelationshipWire.Page;
import io.casewright.customer.RelationshipWire.Relationship;
import io.casewright.customer.RelationshipWire.Request;
import io.casewright.customer.RelationshipWire.RequestPage;
import io.casewright.customer.RelationshipWire.UnifiedRole;
import io.casewright.microsoft.Api;
import io.casewright.microsoft.Call;
import io.casewright.microsoft.MicrosoftLine;
import io.casewright.microsoft.MicrosoftSettings;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The delegated administration relationships of the partner's tenant, at Microsoft Graph. Every call takes seconds and may fail. */
@Component
class Relationships {

    private static final String ALL = "/v1.0/tenantRelationships/delegatedAdminRelationships";
    private static final String ONE = ALL + "/{id}";
    /** More pages than any customer has; a link that leads around in a circle ends here. */
    private static final int MOST_PAGES = 50;

    private final MicrosoftLine line;
    private final MicrosoftSettings settings;

    Relationships(MicrosoftLine line, MicrosoftSettings settings) {
        this.line = line;
        this.settings = settings;
    }

    boolean canBeAsked() {
        return line.isConfigured();
    }

    /** All relationships with this customer, past and present. */
    List<Relationship> withCustomer(String tenantId) {
        Call first = Call.get(Api.GRAPH, partner(), ALL)
                .query("$filter", "customer/tenantId eq '%s'".formatted(tenantId.replace("'", "''")));
        return pages(first, Page.class, Page::value, Page::nextLink).stream()
                .filter(each -> each.customer() != null
                        && tenantId.equalsIgnoreCase(each.customer().tenantId()))
                .toList();
    }

    /** To whom of the partner's people the roles of the relationship were given. */
    List<Assignment> assignmentsOf(String relationshipId) {
        return pages(
                Call.get(Api.GRAPH, partner(), ONE + "/accessAssignments", relationshipId),
                AssignmentPage.class,
                AssignmentPage::value,
                AssignmentPage::nextLink);
    }

    Relationship read(String relationshipId) {
        return line.send(Call.get(Api.GRAPH, partner(), ONE, relationshipId), Relationship.class)
                .required();
    }

    /** What was asked to be done with the relationship, by either side. */
    List<Request> requestsOf(String relationshipId) {
        Call call = Call.get(Api.GRAPH, partner(), ONE + "/requests", relationshipId)
                // Without it a rejection is shown as something unknown.
                .header("Prefer", "include-unknown-enum-members");
        return Objects.requireNonNullElse(
                line.send(call, RequestPage.class).required().value(), List.of());
    }

    /** A relationship that nobody was asked for yet. The name is unique among all of the partner's. */
    Relationship create(String name, String tenantId, String roleId, Period duration) {
        var wanted = new NewRelationship(
                name,
                duration.toString(),
                new RelationshipWire.Customer(tenantId),
                new AccessDetails(List.of(new UnifiedRole(roleId))));
        return line.send(Call.post(Api.GRAPH, partner(), wanted, ALL), Relationship.class)
                .required();
    }

    /** From now on the customer can approve it. */
    void askForApproval(String relationshipId) {
        request(relationshipId, "lockForApproval");
    }

    /** Has it end, which takes a while; Microsoft does so only for one that is active. */
    void askToEnd(String relationshipId) {
        request(relationshipId, "terminate");
    }

    /** It is as if it had never been; Microsoft does so only while the customer cannot approve it yet. */
    void delete(Relationship relationship) {
        var call = Call.delete(Api.GRAPH, partner(), ONE, relationship.id())
                .header("If-Match", Objects.requireNonNullElse(relationship.etag(), "*"));
        line.send(call, Void.class);
    }

    private void request(String relationshipId, String action) {
        line.send(
                Call.post(Api.GRAPH, partner(), new NewRequest(action), ONE + "/requests", relationshipId), Void.class);
    }

    private <P, T> List<T> pages(
            Call first, Class<P> page, Function<P, @Nullable List<T>> items, Function<P, java.net.@Nullable URI> next) {
        var all = new ArrayList<T>();
        Call call = first;
        for (int i = 0; i < MOST_PAGES; i++) {
            P content = line.send(call, page).required();
            all.addAll(Objects.requireNonNullElse(items.apply(content), List.of()));
            var link = next.apply(content);
            if (link == null) {
                break;
            }
            call = Call.follow(Api.GRAPH, partner(), link);
        }
        return all;
    }

    private String partner() {
        return settings.partnerTenant();
    }
}
