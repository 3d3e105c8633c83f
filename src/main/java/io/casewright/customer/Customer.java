package io.casewright.customer;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A company that buys from a partner; known by its Microsoft tenant id and by its domains. It changes only through the verbs
 * below, which say what they changed.
 */
@Entity
@DynamicUpdate
@SuppressWarnings("NullAway.Init")
class Customer {

    enum DeliveryModel {
        OWN,
        OUTSOURCED,
        RESOLD
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Version
    private long version;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 36)
    String tenantId;

    /** The main one; also among the domains. */
    String domain;

    String name;

    @ManyToOne(fetch = FetchType.LAZY)
    Partner partner;

    @ManyToOne(fetch = FetchType.LAZY)
    SupportPlan supportPlan;

    @Enumerated(EnumType.STRING)
    DeliveryModel deliveryModel;

    String locale;

    @OneToMany(mappedBy = "customer", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<CustomerDomain> domains = new ArrayList<>();

    /** Moves the version on where only domains have changed. */
    private @Nullable Instant changedAt;

    private @Nullable Instant closedAt;

    /**
     * What a customer is to be, found to be right.
     *
     * @param domains all of them, the main one first
     */
    record Terms(
            String tenantId,
            String name,
            List<String> domains,
            Partner partner,
            SupportPlan supportPlan,
            DeliveryModel deliveryModel,
            String locale) {}

    protected Customer() {}

    Customer(Terms terms, Instant now) {
        take(terms, now);
    }

    long version() {
        return version;
    }

    boolean isClosed() {
        return closedAt != null;
    }

    /** Those it has now, in the order in which they came. */
    Set<String> domains() {
        return domains.stream()
                .filter(each -> !each.isRemoved())
                .map(each -> each.domain)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Makes it what it is to be, and says what is other than before. */
    List<Change> change(Terms terms, Instant now) {
        requireOpen();
        var changes = differences(terms);
        if (!changes.isEmpty()) {
            take(terms, now);
        }
        return changes;
    }

    /** What would change. */
    List<Change> differences(Terms terms) {
        var changes = new ArrayList<Change>();
        Change.between("tenant id", tenantId, terms.tenantId).ifPresent(changes::add);
        Change.between("name", name, terms.name).ifPresent(changes::add);
        Change.between("main domain", domain, terms.domains.getFirst()).ifPresent(changes::add);
        var had = domains();
        had.stream()
                .filter(each -> !terms.domains.contains(each))
                .forEach(each -> changes.add(new Change("domain", each, null)));
        terms.domains.stream()
                .filter(each -> !had.contains(each))
                .forEach(each -> changes.add(new Change("domain", null, each)));
        Change.between("partner", partner.name(), terms.partner.name()).ifPresent(changes::add);
        Change.between("support plan", supportPlan.name(), terms.supportPlan.name())
                .ifPresent(changes::add);
        Change.between("delivery model", deliveryModel.name(), terms.deliveryModel.name())
                .ifPresent(changes::add);
        Change.between("language", locale, terms.locale).ifPresent(changes::add);
        return changes;
    }

    /** It can ask for nothing new, and others may have its domains. */
    Change close(Instant now) {
        requireOpen();
        closedAt = now;
        changedAt = now;
        domains.forEach(CustomerDomain::free);
        return Change.CLOSED;
    }

    /** With the domains it had, which nobody else may have meanwhile. */
    Change reopen(Instant now) {
        if (!isClosed()) {
            throw new CustomerNotChanged("Customer " + id + " is open. Look at it again; somebody else reopened it.");
        }
        closedAt = null;
        changedAt = now;
        domains.stream().filter(each -> !each.isRemoved()).forEach(CustomerDomain::hold);
        return Change.REOPENED;
    }

    /** A contact came, went or changed. */
    void requireOpen() {
        if (isClosed()) {
            throw new CustomerNotChanged("Customer " + id + " is closed. Reopen it first.");
        }
    }

    private void take(Terms terms, Instant now) {
        tenantId = terms.tenantId;
        name = terms.name;
        domain = terms.domains.getFirst();
        partner = terms.partner;
        supportPlan = terms.supportPlan;
        deliveryModel = terms.deliveryModel;
        locale = terms.locale;
        changedAt = now;
        domains.stream()
                .filter(each -> !each.isRemoved() && !terms.domains.contains(each.domain))
                .forEach(each -> each.remove(now));
        terms.domains.forEach(each -> domainNamed(each)
                .ifPresentOrElse(CustomerDomain::hold, () -> domains.add(new CustomerDomain(this, each))));
    }

    private Optional<CustomerDomain> domainNamed(String wanted) {
        return domains.stream()
                .filter(each -> Objects.equals(each.domain, wanted))
                .findFirst();
    }
}
