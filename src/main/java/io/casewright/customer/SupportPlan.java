package io.casewright.customer;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;

/** The plan that a customer has, by its name; what it says is told by its versions. */
@Entity
@Immutable
@SuppressWarnings("NullAway.Init")
class SupportPlan {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String name;

    /** Not the field, which is empty in what stands for a plan that was not read yet. */
    String name() {
        return name;
    }
}
