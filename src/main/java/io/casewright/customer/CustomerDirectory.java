package io.casewright.customer;

import io.casewright.plan.application.Plans;
import io.casewright.platform.text.Identity;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds customers and contacts, who are known by their {@linkplain Identity names in one form}. */
@Service
// One query each, so a transaction of its own would only cost three more trips to the database.
@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
public class CustomerDirectory {

    private final Customers customers;
    private final Contacts contacts;
    private final Partners partners;
    private final Plans plans;
    private final CustomerSettings settings;

    CustomerDirectory(
            Customers customers, Contacts contacts, Partners partners, Plans plans, CustomerSettings settings) {
        this.customers = customers;
        this.partners = partners;
        this.plans = plans;
        this.contacts = contacts;
        this.settings = settings;
    }

    /** The id of the open customer with this tenant id or among whose domains this is. */
    public Optional<Long> findCustomer(String tenantIdOrDomain) {
        return customers.findOpen(Identity.ofDomain(tenantIdOrDomain));
    }

    /** Ids of all that ever had this tenant id or domain, those who left as well. */
    public Set<Long> findEver(String tenantIdOrDomain) {
        return customers.findEver(Identity.ofDomain(tenantIdOrDomain));
    }

    /**
     * Ids of open customers, and of all customers that resellers have or had.
     *
     * @param customers tenant ids and domains
     * @param resellers names
     */
    public Set<Long> findCustomers(Set<String> customers, Set<String> resellers) {
        return this.customers.findIds(
                customers.stream().map(Identity::ofDomain).toList(),
                resellers.stream().map(Identity::ofName).toList());
    }

    /** Whether a customer is named here by the same tenant id or domain as there; it may not exist. */
    public boolean isNamed(String tenantIdOrDomain, Set<String> names) {
        var meant = Identity.ofDomain(tenantIdOrDomain);
        return names.stream().map(Identity::ofDomain).anyMatch(meant::equals);
    }

    /** The contact with this e-mail address of the customer with this tenant id or domain, both of them open. */
    public Optional<Requester> findContact(String tenantIdOrDomain, String email) {
        return contacts.findOfCustomer(Identity.ofDomain(tenantIdOrDomain), Identity.ofAddress(email));
    }

    /**
     * The open contacts who may write from this address: it is theirs, or is so without what a sub-address adds ({@code
     * ada+news@…}), or with another domain of the same customer. Whose it is to the letter comes before all others.
     */
    public List<Requester> findSenders(String email) {
        String address = Identity.ofAddress(email);
        var exactly = contacts.findByAddresses(List.of(address));
        int at = address.lastIndexOf('@');
        if (!exactly.isEmpty() || at < 1) {
            return exactly;
        }
        String name = address.substring(0, at).replaceFirst("(?<=.)\\+.*", "");
        var others = contacts.findDomainsBeside(address.substring(at + 1)).stream();
        var addresses = Stream.concat(Stream.of(address.substring(at + 1)), others)
                .distinct()
                .map(domain -> name + "@" + domain)
                .toList();
        return contacts.findByAddresses(addresses);
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

    /** What a customer is called; empty when there is none of this id. */
    public Optional<String> nameOf(long customer) {
        return customers.findById(customer).map(found -> found.name);
    }

    /** Name of the partner in whose house this runs, for whoever is no customer; empty as long as there is none. */
    public String houseName() {
        return partners.findHouse().orElse("");
    }

    /** In what the customer of this contact pays: the currency of its plan, or the partner's where the plan names none. */
    public Currency currencyOf(long contactId) {
        return contacts.findPlan(contactId).flatMap(plans::currencyOf).orElse(settings.currency());
    }

    /** Those of the given contacts that exist, by contact id; one query whatever their number. */
    public Map<Long, Requester> contacts(Collection<Long> contactIds) {
        return contacts.findRequesters(contactIds).stream()
                .collect(Collectors.toMap(Requester::contactId, Function.identity()));
    }
}
