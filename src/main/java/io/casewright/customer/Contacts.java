package io.casewright.customer;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Contacts extends JpaRepository<Contact, Long> {

    /** Only what is told of a requester: nearly every step of a case asks for it. */
    String REQUESTER = "select new io.casewright.customer.Requester(u.id, u.name, u.domain, u.tenantId, p.name, p.kind,"
            + " u.deliveryModel, c.id, c.name, c.email, u.locale)"
            + " from Contact c join c.customer u join u.partner p";

    /** Whoever is closed asks for nothing new. Found by the address, so that the customer may go by any of its names. */
    @Query(
            REQUESTER
                    + " where c.email = :email and c.closedAt is null and u.closedAt is null and (u.tenantId = :customer"
                    + " or exists (select 1 from CustomerDomain d where d.domain = :customer and d.held = 1 and d.customer = u))")
    Optional<Requester> findOfCustomer(String customer, String email);

    @Query(REQUESTER + " where c.email in :emails and c.closedAt is null and u.closedAt is null")
    List<Requester> findByAddresses(Collection<String> emails);

    /** Domains of the open customer who has this one. */
    @Query("select d.domain from CustomerDomain d, CustomerDomain same where same.domain = :domain and same.held = 1"
            + " and d.customer = same.customer and d.held = 1")
    List<String> findDomainsBeside(String domain);

    // Not by a list of one, for which the statement would be made anew each time.
    @Query(REQUESTER + " where c.id = :id")
    Optional<Requester> findRequester(long id);

    @Query(REQUESTER + " where c.id in :ids")
    List<Requester> findRequesters(Collection<Long> ids);

    /** Id of the plan of the contact's customer. */
    @Query("select u.supportPlan.id from Contact c join c.customer u where c.id = :id")
    Optional<Long> findPlan(long id);

    Optional<Contact> findByCustomerIdAndEmail(long customerId, String email);

    Optional<Contact> findByCustomerIdAndId(long customerId, long id);
}
