package io.casewright.customer;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Who sells to the customer. An indirect reseller has a provider, who alone may go to Microsoft for it. */
@Entity
@Immutable
@SuppressWarnings("NullAway.Init")
class Partner {

    enum Kind {
        DIRECT_BILL,
        INDIRECT_PROVIDER,
        INDIRECT_RESELLER
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String name;

    @Enumerated(EnumType.STRING)
    Kind kind;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "provider_id")
    @Nullable
    Partner provider;

    /** Not the field, which is empty in what stands for a partner that was not read yet. */
    String name() {
        return name;
    }
}
