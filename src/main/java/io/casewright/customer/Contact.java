package io.casewright.customer;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A person who may ask in the name of a customer, unless closed. */
@Entity
@DynamicUpdate
@SuppressWarnings("NullAway.Init")
class Contact {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    Customer customer;

    String name;
    String email;

    @Nullable
    String phone;

    private @Nullable Instant closedAt;
    private @Nullable Instant erasedAt;

    /** What a contact is to be, found to be right. */
    record Terms(String name, String email, @Nullable String phone) {}

    protected Contact() {}

    Contact(Customer customer, Terms terms) {
        this.customer = customer;
        this.name = terms.name;
        this.email = terms.email;
        this.phone = terms.phone;
    }

    long version() {
        return version;
    }

    boolean isClosed() {
        return closedAt != null;
    }

    /** Makes it what it is to be, and says what is other than before. */
    List<Change> change(Terms terms) {
        if (isClosed()) {
            throw new CustomerNotChanged("Contact " + id + " is closed. Reopen it first.");
        }
        var changes = differences(terms);
        name = terms.name;
        email = terms.email;
        phone = terms.phone;
        return changes;
    }

    /** What would change. */
    List<Change> differences(Terms terms) {
        var changes = new ArrayList<Change>();
        Change.between("name", name, terms.name).ifPresent(changes::add);
        Change.between("e-mail address", email, terms.email).ifPresent(changes::add);
        Change.between("telephone", phone, terms.phone).ifPresent(changes::add);
        return changes;
    }

    /** Says what is known of a new contact in the form of changes. */
    List<Change> firstValues() {
        var changes = new ArrayList<Change>();
        changes.add(new Change("e-mail address", null, email));
        changes.add(new Change("name", null, name));
        Optional.ofNullable(phone).ifPresent(number -> changes.add(new Change("telephone", null, number)));
        return changes;
    }

    /** From now on no case can be opened in this person's name. */
    Change close(Instant now) {
        if (isClosed()) {
            throw new CustomerNotChanged("Contact " + id + " is closed already.");
        }
        closedAt = now;
        return Change.CLOSED;
    }

    Change reopen() {
        if (erasedAt != null) {
            throw new CustomerNotChanged("Contact " + id + " was erased and cannot come back. Add a new contact.");
        }
        if (!isClosed()) {
            throw new CustomerNotChanged("Contact " + id + " is open already.");
        }
        closedAt = null;
        return Change.REOPENED;
    }
}
