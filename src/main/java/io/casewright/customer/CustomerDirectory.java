package io.casewright.customer;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds customers and contacts. All look-ups ignore case and surrounding blanks. */
@Service
// One query each, so a transaction of its own would only cost three more trips to the database.
@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
public class CustomerDirectory {

    private final Customers customers;
    private final Contacts contacts;

    CustomerDirectory(Customers customers, Contacts contacts) {
        this.customers = customers;
        this.contacts = contacts;
    }

    /** The id of the customer with this tenant id or domain. */
    public Optional<Long> findCustomer(String tenantIdOrDomain) {
        String name = normal(tenantIdOrDomain);
        return customers.findByTenantIdOrDomain(name, name).map(customer -> customer.id);
    }

    /**
     * Ids of customers, and of all customers of resellers. Names are compared as the columns are, without regard to case.
     *
     * @param customers tenant ids and domains
     * @param resellers names
     */
    public Set<Long> findCustomers(Set<String> customers, Set<String> resellers) {
        return this.customers.findIds(
                customers.stream().map(CustomerDirectory::normal).toList(),
                resellers.stream().map(CustomerDirectory::normal).toList());
    }

    /** The contact with this e-mail address of the customer with this tenant id or domain. */
    public Optional<Requester> findContact(String tenantIdOrDomain, String email) {
        return contacts.findOfCustomer(normal(tenantIdOrDomain), normal(email));
    }

    /**
     * A contact that is known to exist.
     *
     * @throws NoSuchElementException when it does not
     */
    public Requester contact(long contactId) {
        return contacts.findRequester(contactId)
                .orElseThrow(() -> new NoSuchElementException("There is no contact " + contactId));
    }

    /** Those of the given contacts that exist, by contact id; one query whatever their number. */
    public Map<Long, Requester> contacts(Collection<Long> contactIds) {
        return contacts.findRequesters(contactIds).stream()
                .collect(Collectors.toMap(Requester::contactId, Function.identity()));
    }

    private static String normal(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
