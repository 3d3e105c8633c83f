package io.casewright.customer;

import io.casewright.plan.application.Plans;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Changes customers and contacts, one step each, and writes down what was changed; within the transaction of the caller. */
@Component
class CustomerSteps {

    private final Customers customers;
    private final Contacts contacts;
    private final Partners partners;
    private final SupportPlans plans;
    private final Plans held;
    private final CustomerHistory history;
    private final ApplicationEventPublisher events;
    private final Validator validator;
    private final Clock clock;

    CustomerSteps(
            Customers customers,
            Contacts contacts,
            Partners partners,
            SupportPlans plans,
            Plans held,
            CustomerHistory history,
            ApplicationEventPublisher events,
            Validator validator,
            Clock clock) {
        this.customers = customers;
        this.contacts = contacts;
        this.partners = partners;
        this.plans = plans;
        this.held = held;
        this.history = history;
        this.events = events;
        this.validator = validator;
        this.clock = clock;
    }

    /** By the partners there are and the plans that hold now. */
    DetailsCheck check() {
        return new DetailsCheck(
                validator, partners.findAll(), plans.findAllById(held.holding().values()));
    }

    /** @throws DetailsRefused when another customer has one of its names */
    long add(Customer.Terms terms, Editor editor) {
        requireFree(terms, null);
        Customer added = customers.saveAndFlush(new Customer(terms, clock.instant()));
        history.add(added.id, null, firstValues(terms), editor);
        return added.id;
    }

    /** @throws DetailsRefused when another customer has one of its names */
    void change(Customer customer, Customer.Terms terms, Editor editor) {
        requireFree(terms, customer.id);
        var changes = customer.change(terms, clock.instant());
        customers.flush();
        history.add(customer.id, null, changes, editor);
        announce(customer.id, null, changes);
    }

    void close(Customer customer, Editor editor) {
        Change change = customer.close(clock.instant());
        customers.flush();
        history.add(customer.id, null, List.of(change), editor);
    }

    void reopen(Customer customer, Editor editor) {
        for (Customer holder : customers.findHolders(customer.domains())) {
            throw new CustomerNotChanged("The customer stays closed: " + holder.name
                    + " has one of its domains now. Take the domain away there, or add this customer's there.");
        }
        Change change = customer.reopen(clock.instant());
        customers.flush();
        history.add(customer.id, null, List.of(change), editor);
    }

    long addContact(Customer customer, Contact.Terms terms, Editor editor) {
        customer.requireOpen();
        requireFree(customer.id, terms, null);
        Contact added = contacts.saveAndFlush(new Contact(customer, terms));
        history.add(customer.id, added.id, added.firstValues(), editor);
        return added.id;
    }

    void changeContact(Contact contact, Contact.Terms terms, Editor editor) {
        contact.customer.requireOpen();
        requireFree(contact.customer.id, terms, contact.id);
        var changes = contact.change(terms);
        contacts.flush();
        history.add(contact.customer.id, contact.id, changes, editor);
        announce(contact.customer.id, contact.id, changes);
    }

    void closeContact(Contact contact, Editor editor) {
        Change change = contact.close(clock.instant());
        contacts.flush();
        history.add(contact.customer.id, contact.id, List.of(change), editor);
    }

    void reopenContact(Contact contact, Editor editor) {
        contact.customer.requireOpen();
        Change change = contact.reopen();
        contacts.flush();
        history.add(contact.customer.id, contact.id, List.of(change), editor);
    }

    /** @throws NoSuchElementException when there is none */
    Customer customerToChange(long id) {
        return customers.findToChange(id).orElseThrow(() -> new NoSuchElementException("There is no customer " + id));
    }

    /** The customer is locked with it. */
    Contact contactToChange(long customerId, long contactId) {
        customerToChange(customerId);
        return contacts.findByCustomerIdAndId(customerId, contactId)
                .orElseThrow(
                        () -> new NoSuchElementException("Customer " + customerId + " has no contact " + contactId));
    }

    /** What keeps a customer from having these names: another has them. By field, as the end of a sentence. */
    Optional<Map.Entry<String, String>> takenBy(Customer.Terms terms, @Nullable Long id) {
        var sameTenant = customers.findByTenantId(terms.tenantId()).filter(other -> !other.id.equals(id));
        if (sameTenant.isPresent()) {
            Customer other = sameTenant.get();
            return Optional.of(Map.entry(
                    "tenantId",
                    "is that of " + other.name
                            + (other.isClosed() ? ", who is closed; reopen that customer" : "; change that customer")));
        }
        return customers.findHolders(terms.domains()).stream()
                .filter(other -> !other.id.equals(id))
                .findFirst()
                .map(other -> {
                    String domain = terms.domains().stream()
                            .filter(other.domains()::contains)
                            .findFirst()
                            .orElseThrow();
                    String told = "is that of " + other.name + "; take it away there first";
                    return domain.equals(terms.domains().getFirst())
                            ? Map.entry("domain", told)
                            : Map.entry("otherDomains", "“" + domain + "” " + told);
                });
    }

    private void requireFree(Customer.Terms terms, @Nullable Long id) {
        takenBy(terms, id).ifPresent(fault -> {
            throw new DetailsRefused(Map.ofEntries(fault));
        });
    }

    private void requireFree(long customerId, Contact.Terms terms, @Nullable Long id) {
        contacts.findByCustomerIdAndEmail(customerId, terms.email())
                .filter(other -> !other.id.equals(id))
                .ifPresent(other -> {
                    throw new DetailsRefused(Map.of(
                            "email",
                            "is that of " + other.name
                                    + (other.isClosed()
                                            ? ", a closed contact of this customer; reopen that one"
                                            : ", a contact of this customer; change that one")));
                });
    }

    /** Says what is known of a new customer in the form of changes. */
    static List<Change> firstValues(Customer.Terms terms) {
        var first = new ArrayList<Change>();
        first.add(new Change("tenant id", null, terms.tenantId()));
        first.add(new Change("name", null, terms.name()));
        first.add(new Change("main domain", null, terms.domains().getFirst()));
        terms.domains().stream()
                .skip(1)
                .map(domain -> new Change("domain", null, domain))
                .forEach(first::add);
        first.add(new Change("partner", null, terms.partner().name()));
        first.add(new Change("support plan", null, terms.supportPlan().name()));
        first.add(new Change("delivery model", null, terms.deliveryModel().name()));
        first.add(new Change("language", null, terms.locale()));
        return first;
    }

    private void announce(long customerId, @Nullable Long contactId, List<Change> changes) {
        changes.stream()
                .filter(change -> change.what().equals("name"))
                .map(Change::after)
                .forEach(name -> {
                    if (name != null) {
                        events.publishEvent(new NameChanged(customerId, contactId, name));
                    }
                });
    }
}
