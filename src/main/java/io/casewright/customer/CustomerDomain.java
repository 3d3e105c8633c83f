package io.casewright.customer;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A domain that a customer has, or had. Only one open customer has it at a time. */
@Entity
@SuppressWarnings("NullAway.Init")
class CustomerDomain {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    Customer customer;

    String domain;

    /** One or nothing, so that the database sees to it that nobody else has it. */
    private @Nullable Byte held;

    private @Nullable Instant removedAt;

    protected CustomerDomain() {}

    CustomerDomain(Customer customer, String domain) {
        this.customer = customer;
        this.domain = domain;
        hold();
    }

    boolean isRemoved() {
        return removedAt != null;
    }

    void remove(Instant now) {
        removedAt = now;
        held = null;
    }

    /** Also one that was removed. */
    final void hold() {
        removedAt = null;
        held = 1;
    }

    /** It stays the customer's, who has left. */
    void free() {
        held = null;
    }
}
