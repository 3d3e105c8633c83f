package io.casewright.customer;

import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps customers and their contacts. Nothing is deleted: who leaves is closed, can open no new case, and goes on being named by
 * the cases there are. Who changes something says which version it was that he looked at.
 *
 * <p>Every method throws {@link DetailsRefused}, {@link CustomerNotChanged} or {@link ChangedMeanwhile} when it changed nothing, and
 * {@link NoSuchElementException} when there is no such customer or contact.
 */
@Service
public class KeepCustomers {

    private final CustomerSteps steps;
    private final TransactionOperations transactions;

    KeepCustomers(CustomerSteps steps, TransactionOperations transactions) {
        this.steps = steps;
        this.transactions = transactions;
    }

    /** The id of the new customer. */
    public long add(CustomerDetails details, Editor editor) {
        return once(() -> steps.add(steps.check().termsOf(details), editor));
    }

    public void change(long id, long version, CustomerDetails details, Editor editor) {
        once(() -> {
            Customer customer = customer(id, version);
            steps.change(customer, steps.check().termsOf(details), editor);
            return id;
        });
    }

    public void close(long id, long version, Editor editor) {
        once(() -> {
            steps.close(customer(id, version), editor);
            return id;
        });
    }

    public void reopen(long id, long version, Editor editor) {
        once(() -> {
            steps.reopen(customer(id, version), editor);
            return id;
        });
    }

    /** The id of the new contact. */
    public long addContact(long customerId, ContactDetails details, Editor editor) {
        return once(() -> {
            Customer customer = steps.customerToChange(customerId);
            return steps.addContact(customer, steps.check().termsOf(details), editor);
        });
    }

    public void changeContact(long customerId, long contactId, long version, ContactDetails details, Editor editor) {
        once(() -> {
            Contact contact = contact(customerId, contactId, version);
            steps.changeContact(contact, steps.check().termsOf(details), editor);
            return contactId;
        });
    }

    public void closeContact(long customerId, long contactId, long version, Editor editor) {
        once(() -> {
            steps.closeContact(contact(customerId, contactId, version), editor);
            return contactId;
        });
    }

    public void reopenContact(long customerId, long contactId, long version, Editor editor) {
        once(() -> {
            steps.reopenContact(contact(customerId, contactId, version), editor);
            return contactId;
        });
    }

    private long once(Supplier<Long> change) {
        try {
            return inTransaction(change);
        } catch (DataIntegrityViolationException e) {
            // Two took the same name at the same moment; now it is seen whose it is.
            return inTransaction(change);
        }
    }

    private long inTransaction(Supplier<Long> change) {
        return transactions.execute(status -> change.get());
    }

    private Customer customer(long id, long version) {
        Customer customer = steps.customerToChange(id);
        if (customer.version() != version) {
            throw new ChangedMeanwhile("Customer", id);
        }
        return customer;
    }

    private Contact contact(long customerId, long contactId, long version) {
        Contact contact = steps.contactToChange(customerId, contactId);
        if (contact.version() != version) {
            throw new ChangedMeanwhile("Contact", contactId);
        }
        return contact;
    }
}
