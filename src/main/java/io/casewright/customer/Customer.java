package io.casewright.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A company that buys from a partner; known by its Microsoft tenant id and by its domain. */
@Entity
@Immutable
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

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 36)
    String tenantId;

    String domain;
    String name;

    @ManyToOne(fetch = FetchType.LAZY)
    Partner partner;

    @ManyToOne(fetch = FetchType.LAZY)
    SupportPlan supportPlan;

    @Enumerated(EnumType.STRING)
    DeliveryModel deliveryModel;

    String locale;
}
