package io.casewright.message;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All messages of all cases; they can be added and read, and a letter's delivery can go on. */
interface MessageStore extends Repository<StoredMessage, Long> {

    StoredMessage save(StoredMessage message);

    Optional<StoredMessage> findById(long id);

    List<StoredMessage> findByCaseNumberOrderById(String caseNumber);

    Optional<StoredMessage> findByCaseNumberAndKindAndStepKey(String caseNumber, MessageKind kind, String stepKey);

    Optional<StoredMessage> findByInternetMessageId(String internetMessageId);

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

    List<StoredMessage> findByCaseNumberAndStepKey(String caseNumber, String stepKey);
}
