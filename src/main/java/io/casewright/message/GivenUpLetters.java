package io.casewright.message;

import io.casewright.platform.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Letters to customers that could not be delivered, until somebody saw to them. */
@Service
@Transactional
public class GivenUpLetters {

    private final MessageStore store;
    private final LetterOutcomes outcomes;
    private final LetterCopies copies;
    private final Outbox outbox;
    private final Clock clock;

    GivenUpLetters(MessageStore store, LetterOutcomes outcomes, LetterCopies copies, Outbox outbox, Clock clock) {
        this.store = store;
        this.outcomes = outcomes;
        this.copies = copies;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * A letter that could not be delivered.
     *
     * @param reason what happened and what to do
     */
    public record GivenUp(long id, String caseNumber, MessageKind kind, String reason, Instant writtenAt) {}

    /** The oldest, so many at most. */
    @Transactional(readOnly = true)
    public List<GivenUp> list(int most) {
        return store.findByDeliveryAndFailureSettledAtIsNullOrderById(Delivery.FAILED, Limit.of(most)).stream()
                .map(letter -> new GivenUp(
                        letter.id,
                        letter.caseNumber,
                        letter.kind,
                        Objects.requireNonNull(letter.failure),
                        letter.createdAt))
                .toList();
    }

    @Transactional(readOnly = true)
    public long count() {
        return store.countByDeliveryAndFailureSettledAtIsNull(Delivery.FAILED);
    }

    /**
     * Sends it once more.
     *
     * @param to the recipient, whose address may have been corrected
     * @return false when it is not here any more
     */
    public boolean sendAgain(long id, Recipient to) {
        var found = store.hold(id).filter(StoredMessage::isGivenUp);
        found.ifPresent(letter -> {
            letter.waitAgain(to);
            outbox.add(MailDelivery.TASK
                    .instance(String.valueOf(letter.id))
                    .data(new MailDelivery.Order(letter.id))
                    .build());
        });
        return found.isPresent();
    }

    /**
     * A mail server says that a letter, which had left, did not arrive. The same again changes nothing.
     *
     * @param internetMessageId of the letter's mail
     * @param addresses that did not take it; none where that is not told
     * @param status such as {@code 5.1.1}; empty when it is not told
     * @return the number of its case; empty when no letter of ours travelled under this id
     */
    public Optional<String> returned(String internetMessageId, Set<String> addresses, String status) {
        var found = store.findByInternetMessageIdAndDirection(internetMessageId, Direction.OUTBOUND)
                .flatMap(letter -> store.hold(letter.id));
        found.ifPresent(letter -> {
            if (!isOfCopies(letter, addresses, status)) {
                outcomes.returned(letter, status);
            }
        });
        return found.map(letter -> letter.caseNumber);
    }

    private boolean isOfCopies(StoredMessage letter, Set<String> addresses, String status) {
        boolean any = false;
        for (String address : addresses) {
            any |= copies.returned(letter.id, address, MailTrouble.returned(status));
        }
        return any;
    }

    /**
     * Somebody saw to it; it stays as it is with its case.
     *
     * @return false when it is not here any more
     */
    public boolean settle(long id) {
        var found = store.hold(id).filter(StoredMessage::isGivenUp);
        found.ifPresent(letter -> letter.failureSettledAt = clock.instant());
        return found.isPresent();
    }
}
