package io.casewright.message;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All messages of all cases; they can be added and read, and a letter's delivery can go on. */
interface MessageStore extends Repository<StoredMessage, Long> {

    StoredMessage save(StoredMessage message);

    Optional<StoredMessage> findById(long id);

    List<StoredMessage> findByCaseNumberOrderById(String caseNumber);

    Optional<StoredMessage> findByCaseNumberAndKindAndStepKey(String caseNumber, MessageKind kind, String stepKey);

    Optional<StoredMessage> findByInternetMessageIdAndDirection(String internetMessageId, Direction direction);

    @Query("select distinct m.caseNumber from StoredMessage m where m.internetMessageId = :internetMessageId")
    List<String> findCasesOfMail(String internetMessageId);

    /** The latest message the customer wrote or may have got by mail. */
    @Query("""
            select m from StoredMessage m
            where m.caseNumber = :caseNumber and m.internetMessageId is not null
              and (m.delivery is null or m.delivery <> FAILED)
            order by m.id desc limit 1""")
    Optional<StoredMessage> findLatestMail(String caseNumber);

    /** The ids of the mails before the given one, the latest first. */
    @Query("""
            select m.internetMessageId from StoredMessage m
            where m.caseNumber = :caseNumber and m.id < :before and m.internetMessageId is not null
              and (m.delivery is null or m.delivery <> FAILED)
            order by m.id desc limit 10""")
    List<String> findEarlierMailIds(String caseNumber, long before);

    /** The message, as it stays until the transaction ends: whoever else wants it waits. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from StoredMessage m where m.id = :id")
    Optional<StoredMessage> hold(long id);

    /** Letters that could not be delivered and that nobody saw to yet. */
    List<StoredMessage> findByDeliveryAndFailureSettledAtIsNullOrderById(Delivery delivery, Limit most);

    long countByDeliveryAndFailureSettledAtIsNull(Delivery delivery);

    List<StoredMessage> findByCaseNumberAndStepKey(String caseNumber, String stepKey);
}
