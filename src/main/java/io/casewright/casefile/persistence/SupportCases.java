package io.casewright.casefile.persistence;

import io.casewright.casefile.domain.Category;
import io.casewright.casefile.domain.SupportCase;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** All cases. */
public interface SupportCases extends JpaRepository<SupportCase, Long>, JpaSpecificationExecutor<SupportCase> {

    Optional<SupportCase> findByNumber(String number);

    /** The case as it is now, and so it stays until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from SupportCase c where c.number = :number")
    Optional<SupportCase> hold(String number);

    Optional<SupportCase> findByNumberAndCustomerIdIn(String number, Collection<Long> customerIds);

    Optional<SupportCase> findByIntakeKey(String intakeKey);

    /** These cases as they are now, and so they stay until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from SupportCase c where c.number in :numbers order by c.id")
    List<SupportCase> findAndHold(Collection<String> numbers);

    /** How many cases have each status. */
    @Query("select c.status as status, count(c) as cases from SupportCase c group by c.status")
    List<StatusCount> countByStatus();

    /** The numbers of those that have not ended. */
    @Query("select c.number from SupportCase c where c.status not in (CLOSED, WITHDRAWN, DUPLICATE)")
    Set<String> findOpenNumbers();

    /** Cases that no process has taken up although they were received before the given time. */
    @Query("select c from SupportCase c where c.processInstanceKey is null and c.status in (RECEIVED, DIAGNOSING)"
            + " and c.receivedAt < :before")
    List<SupportCase> findNotTakenUp(Instant before);

    /** An open case that may be about the same; whether its request is told in the same words, or only its subject is the same. */
    interface AboutTheSame {
        String getNumber();

        boolean getInTheSameWords();
    }

    /**
     * Open cases of the customer with the same subject, or with the same description, that came before; those in the same words first,
     * then the newest.
     */
    @Query(
            "select c.number as number, case when c.description = asked.description then true else false end as inTheSameWords"
                    + " from SupportCase c, SupportCase asked where asked.id = :asking and c.customerId = :customer"
                    + " and c.id < asked.id and c.status not in (CLOSED, WITHDRAWN, DUPLICATE)"
                    + " and (c.subject = :subject or c.description = asked.description)"
                    + " order by case when c.description = asked.description then 0 else 1 end, c.id desc limit 1")
    List<AboutTheSame> findOpenAboutTheSame(long customer, long asking, String subject);

    /** Open technical cases that were triaged, name a product and were received since then; the first received first. */
    @Query("select c.number as number, c.customerId as customerId, c.product as product, c.region as region,"
            + " c.receivedAt as receivedAt from SupportCase c where c.category = TECHNICAL and c.product is not null"
            + " and c.status not in (RECEIVED, CLOSED, WITHDRAWN, DUPLICATE) and c.receivedAt >= :since"
            + " order by c.receivedAt, c.id")
    List<Trouble> findOpenTroubleSince(Instant since);

    /** Closed cases of the category, which an agent confirmed or chose at triage or diagnosis; the latest first. */
    @Query("select c.id as id, c.subject as subject, c.description as description, c.contactId as contactId"
            + " from SupportCase c where c.status = CLOSED and c.erasedAt is null and c.category = :category and exists (select 1"
            + " from TimelineEntry t where t.caseId = c.id and t.kind in (TRIAGED, DIAGNOSED) and t.actor = AGENT)"
            + " order by c.id desc")
    List<Judged> findJudgedByAgents(Category category, Limit limit);

    /** One line of {@link #findJudgedByAgents(Category, Limit)}. */
    interface Judged {
        long getId();

        String getSubject();

        String getDescription();

        long getContactId();
    }

    /** Which cases these instances of their process carry, or carried last. */
    @Query(
            "select c.number as number, c.status as status, c.processInstanceKey as processInstanceKey from SupportCase c"
                    + " where c.processInstanceKey in :instances")
    List<Carried> findCarriedBy(Collection<Long> instances);

    /** Open cases with the instance of the process that carries them. */
    @Query(
            "select c.number as number, c.status as status, c.processInstanceKey as processInstanceKey from SupportCase c"
                    + " where c.processInstanceKey is not null and c.status not in (CLOSED, WITHDRAWN, DUPLICATE)")
    List<Carried> findOpenCarried();

    /** The instances that carried cases which have ended belong to no case any more. */
    @Modifying
    @Query("update SupportCase c set c.processInstanceKey = null"
            + " where c.processInstanceKey is not null and c.status in (CLOSED, WITHDRAWN, DUPLICATE)")
    void forgetProcessesOfEnded();

    /** Those of these numbers whose case has ended. */
    @Query(
            "select c.number from SupportCase c where c.number in :numbers and c.status in (CLOSED, WITHDRAWN, DUPLICATE)")
    List<String> findEndedOf(Collection<String> numbers);

    /** Cases that ended since then and whose customer was asked for rights last, with nothing that came of it. */
    @Query("select c from SupportCase c where c.status in (CLOSED, WITHDRAWN, DUPLICATE) and c.endedAt > :since and"
            + " exists (select 1 from TimelineEntry t where t.caseId = c.id and t.kind = ACCESS_REQUESTED and not exists"
            + " (select 1 from TimelineEntry l where l.caseId = c.id and l.kind = ACCESS_SETTLED and l.id > t.id))"
            + " order by c.id desc limit 50")
    List<SupportCase> findEndedWithAccessRequested(Instant since);

    /** One line of {@link #findOpenCarried()}. */
    interface Carried {
        String getNumber();

        io.casewright.casefile.domain.CaseStatus getStatus();

        Long getProcessInstanceKey();
    }

    List<SupportCase> findByNumberInOrderById(Collection<String> numbers);

    /** One line of {@link #findOpenTroubleSince(Instant)}. */
    interface Trouble {
        String getNumber();

        long getCustomerId();

        String getProduct();

        @Nullable
        String getRegion();

        Instant getReceivedAt();
    }

    /** One line of {@link #countByStatus()}. */
    interface StatusCount {
        io.casewright.casefile.domain.CaseStatus getStatus();

        long getCases();
    }
}
