package io.casewright.casefile.application;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.persistence.MessageReadings;
import io.casewright.message.CaseMessage;
import io.casewright.message.Direction;
import io.casewright.message.Messages;
import io.casewright.platform.engine.place.LastingMessages;
import io.casewright.platform.engine.place.SentMessages;
import io.casewright.platform.engine.place.SentMessages.Unheard;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers wrote and no step of their case began with: it is in the case file, but nobody was told. */
@Service
public class UnheardMessages {

    private static final Set<String> NAMES = Set.of(CaseMessages.CUSTOMER_REPLIED, CaseMessages.CUSTOMER_WROTE);

    /** Until then it may still be on its way. */
    private static final Duration SOON = Duration.ofMinutes(5);

    private final SentMessages sent;
    private final Messages messages;
    private final CaseProcess process;
    private final ReceiveMessage receiveMessage;
    private final MessageReadings readings;
    private final Clock clock;

    UnheardMessages(
            SentMessages sent,
            Messages messages,
            CaseProcess process,
            ReceiveMessage receiveMessage,
            MessageReadings readings,
            Clock clock) {
        this.sent = sent;
        this.messages = messages;
        this.process = process;
        this.receiveMessage = receiveMessage;
        this.readings = readings;
        this.clock = clock;
    }

    /**
     * What a customer wrote and nobody was told of.
     *
     * @param key what the decision names it by
     * @param since when the engine was told of it
     */
    public record UnheardMessage(String key, CaseNumber number, Instant since) {}

    /** All of them, the oldest first. */
    public List<UnheardMessage> list() {
        return unheard().stream()
                .flatMap(message -> numberOf(message).stream()
                        .map(number -> new UnheardMessage(message.message().id(), number, message.sentAt())))
                .toList();
    }

    /**
     * Has a person read it, beside whatever the case is at.
     *
     * @return false when it is not here any more
     */
    @Transactional
    public boolean read(String key) {
        var found = find(key);
        found.ifPresent(message -> {
            sent.taken(key);
            process.startReading(message.number(), message.words().id());
        });
        return found.isPresent();
    }

    /**
     * Takes it as if it had been written about that case.
     *
     * @return false when it is not here any more, or there is no such case
     */
    @Transactional
    public boolean attach(String key, CaseNumber target) {
        return find(key)
                .filter(message -> receiveMessage
                        .receive(
                                target,
                                message.words().body(),
                                message.words().authorName(),
                                "attached:" + message.words().id())
                        .isPresent())
                .map(message -> discard(key))
                .orElse(false);
    }

    /**
     * Nobody has to read it any more; it stays in the case file.
     *
     * @return false when it is not here any more
     */
    @Transactional
    public boolean discard(String key) {
        var found = find(key);
        found.ifPresent(message -> readings.read(List.of(message.words().id()), clock.instant()));
        boolean isThere = unheard(key).isPresent();
        sent.taken(key);
        return isThere;
    }

    private record Found(CaseNumber number, CaseMessage words) {}

    private Optional<Found> find(String key) {
        return unheard(key)
                .flatMap(message -> numberOf(message)
                        .flatMap(number -> wordsOf(number, message).map(words -> new Found(number, words))));
    }

    private Optional<Unheard> unheard(String key) {
        return unheard().stream()
                .filter(message -> message.message().id().equals(key))
                .findFirst();
    }

    private List<Unheard> unheard() {
        var now = clock.instant();
        return sent.unheard(NAMES, now.minus(SOON), now);
    }

    /** A reply does not say which message it is: the last one before it was sent. */
    private Optional<CaseMessage> wordsOf(CaseNumber number, Unheard message) {
        if (message.message().variables().get("messageId") instanceof Number id) {
            return messages.find(number.value(), id.longValue());
        }
        return messages.of(number.value()).stream()
                .filter(kept -> kept.direction() == Direction.INBOUND)
                .filter(kept -> !kept.createdAt().isAfter(message.sentAt()))
                .max(Comparator.comparing(CaseMessage::id));
    }

    private static Optional<CaseNumber> numberOf(Unheard message) {
        String key = message.message().correlationKey();
        int end = key.indexOf(':');
        return CaseNumber.parse(end < 0 ? key : key.substring(0, end));
    }

    @Configuration(proxyBeanMethods = false)
    static class Lasting {

        @Bean
        LastingMessages customersWordsLast() {
            return () -> NAMES;
        }
    }
}
