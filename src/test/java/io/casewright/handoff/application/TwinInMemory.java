package io.casewright.handoff.application;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import io.casewright.casefile.application.AskCustomer;
import io.casewright.casefile.application.HandedOffCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Severity;
import io.casewright.casefile.domain.Step;
import io.casewright.handoff.domain.Channel;
import io.casewright.handoff.domain.DeskOrder;
import io.casewright.handoff.domain.HandOff;
import io.casewright.handoff.domain.Target;
import io.casewright.handoff.domain.Ticket;
import io.casewright.handoff.domain.VendorTicket;
import io.casewright.handoff.domain.VendorTicketNote;
import io.casewright.handoff.persistence.DeskOrders;
import io.casewright.handoff.persistence.VendorTicketNotes;
import io.casewright.handoff.persistence.VendorTickets;
import io.casewright.handoff.persistence.WatchedTicket;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** The use cases of a twin as they are, over tables in memory; the machine dies between a call to the desk and its record. */
final class TwinInMemory implements Interleaving.Rig {

    /** The machine went away. */
    private static final class Crash extends RuntimeException {

        private Crash() {
            super("The machine went away", null, false, false);
        }
    }

    private final Map<Long, VendorTicket> tickets = new HashMap<>();
    private final List<VendorTicketNote> notes = new ArrayList<>();
    private final List<DeskOrder> orders = new ArrayList<>();
    private final Random random;
    private final HostileDesk desk;
    private final HandOffProcess process =
            mock(HandOffProcess.class, withSettings().stubOnly());
    private final HandedOffCase cases = mock(HandedOffCase.class, withSettings().stubOnly());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final HandOffSettings settings = new HandOffSettings(
            "",
            "",
            "",
            null,
            new HandOffSettings.Contact(null, null, null, null),
            "en-US",
            Duration.ofMinutes(2),
            4,
            Duration.ofDays(1),
            Duration.ofDays(1),
            Duration.ofDays(1));
    private Instant now = Instant.parse("2026-11-20T09:00:00Z");
    private long ids;
    private boolean dies = true;

    private AnswerVendor answerVendor;
    private OpenAtDesk openAtDesk;
    private SendAnswer sendAnswer;
    private FollowTickets followTickets;

    TwinInMemory(HostileDesk desk, long seed) {
        this.desk = desk;
        this.random = new Random(seed);
        restart();
    }

    /** What was only in memory is forgotten. */
    @Override
    public void restart() {
        var clock = clock();
        var store = ticketStore();
        var noteStore = noteStore();
        var orderStore = orderStore();
        var steps = new TicketSteps(store, noteStore, cases, clock);
        var pauses = new DeskPauses(clock);
        var calls = new DeskCalls(onlyDesk(), pauses, meters);
        var transaction = dyingTransactions();
        var troubles = new DeskTroubles(store, steps, process, settings, clock);
        var work = new DeskWork(orderStore, store, troubles, transaction, clock);
        var there = new NotesThere(noteStore, orderStore, steps, clock);
        var take = new TakeDeskTicket(store, there, steps, process, troubles, clock);
        var calm = new TransactionTemplate(
                mock(PlatformTransactionManager.class, withSettings().stubOnly()));
        answerVendor =
                new AnswerVendor(steps, mock(AskCustomer.class, withSettings().stubOnly()), orderStore, clock);
        openAtDesk = new OpenAtDesk(steps, orderStore, work, calls, process, settings, clock);
        sendAnswer = new SendAnswer(orderStore, work, calls);
        followTickets = new FollowTickets(
                store,
                new PollTenant(store, calls, pauses, take, troubles, calm, settings, clock),
                new ChangeSeverity(store, orderStore, work, calls, troubles, steps, clock),
                new PollMetrics(store, clock, meters),
                settings,
                clock);
    }

    @Override
    public String open() {
        var handOff = new HandOff(
                new CaseNumber("CW-2026-000041"), 1, Target.VENDOR, Channel.DESK, ticket(), null, "agent", now, step());
        var twin = withId(new VendorTicket(handOff, "tenant"));
        tickets.put(twin.id(), twin);
        orders.add(withId(twin.orderOpening(now, "open")));
        var step = step();
        while (true) {
            try {
                openAtDesk.open(handOff.reference(), step);
                return handOff.reference();
            } catch (RuntimeException e) {
                passSeconds(60);
            }
        }
    }

    @Override
    public String numberOf(String reference) {
        return tickets.values().iterator().next().vendorNumber().orElseThrow();
    }

    @Override
    public UUID answer(String reference, String words) {
        return answerVendor
                .take(reference, AnswerVendor.Way.SEND, new AnswerVendor.Words(words, null), "mikko.salo", step())
                .orElseThrow();
    }

    @Override
    public void answeredByHand(String reference, String words) {
        answerVendor.take(
                reference, AnswerVendor.Way.ANSWERED, new AnswerVendor.Words(words, null), "mikko.salo", step());
    }

    @Override
    public void send(UUID order) {
        if (sendAnswer.send(order).isPresent()) {
            throw new AssertionError("The desk never refuses here");
        }
    }

    @Override
    public void poll() {
        followTickets.pollOnce();
    }

    @Override
    public void passSeconds(int seconds) {
        now = now.plusSeconds(seconds);
        // The long pause at the end of a life is its calm.
        dies = seconds < 3600;
    }

    @Override
    public List<VendorTicketNote> notesOf(String reference) {
        return notes;
    }

    private static Ticket ticket() {
        return new Ticket(
                "Mail loops",
                "All mail loops.",
                Severity.CRITICAL,
                true,
                true,
                "Mikko Salo",
                "mikko@partner.example",
                "1",
                "UTC");
    }

    private Step step() {
        return new Step("step", Long.toString(++ids));
    }

    private <T> T withId(T entity) {
        ReflectionTestUtils.setField(entity, "id", ++ids);
        return entity;
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    private ObjectProvider<VendorDesk> onlyDesk() {
        return new ObjectProvider<>() {
            @Override
            public java.util.stream.Stream<VendorDesk> stream() {
                return java.util.stream.Stream.of(desk);
            }
        };
    }

    private TransactionTemplate dyingTransactions() {
        return new TransactionTemplate(
                mock(PlatformTransactionManager.class, withSettings().stubOnly())) {
            @Override
            public <T> T execute(TransactionCallback<T> action) {
                if (dies && random.nextInt(8) == 0) {
                    throw new Crash();
                }
                return super.execute(action);
            }
        };
    }

    private VendorTickets ticketStore() {
        return store(
                VendorTickets.class,
                Map.of(
                        "lockById", id -> Optional.ofNullable(tickets.get((Long) id[0])),
                        "findById", id -> Optional.ofNullable(tickets.get((Long) id[0])),
                        "findByHandOffReference",
                                reference -> tickets.values().stream().findFirst(),
                        "lockByReference",
                                reference -> tickets.values().stream().findFirst(),
                        "findWatched",
                                since -> tickets.values().stream()
                                        .map(TwinInMemory::watched)
                                        .toList(),
                        "heardOf", ids -> null));
    }

    private VendorTicketNotes noteStore() {
        return store(
                VendorTicketNotes.class,
                Map.of(
                        "save",
                                note -> {
                                    notes.add((VendorTicketNote) note[0]);
                                    return note[0];
                                },
                        "existsByTicketIdAndStepKey", key -> false,
                        "findByTicketIdOrderById", id -> List.copyOf(notes),
                        "findAsSaid",
                                id -> notes.stream()
                                        .sorted(Comparator.comparing(VendorTicketNote::saidAt))
                                        .toList()));
    }

    private DeskOrders orderStore() {
        return store(
                DeskOrders.class,
                Map.of(
                        "save",
                                order -> {
                                    orders.add(withId((DeskOrder) order[0]));
                                    return order[0];
                                },
                        "lockById",
                                id -> orders.stream()
                                        .filter(order -> order.id() == (Long) id[0])
                                        .findFirst(),
                        "findByOrderKey",
                                key -> orders.stream()
                                        .filter(order -> order.key().toString().equals(key[0]))
                                        .findFirst(),
                        "findByTicketIdAndKindOrderById",
                                kind -> orders.stream()
                                        .filter(order -> order.kind() == kind[1])
                                        .toList(),
                        "countByTicketIdAndKind",
                                kind -> (int) orders.stream()
                                        .filter(order -> order.kind() == kind[1])
                                        .count(),
                        "findByKindAndSettledAtIsNullOrderById", kind -> List.of()));
    }

    private static WatchedTicket watched(VendorTicket ticket) {
        var watch = ticket.watch();
        return new WatchedTicket(
                ticket.id(),
                ticket.channel(),
                ticket.tenantId().orElseThrow(),
                ticket.vendorNumber().orElseThrow(),
                watch.statusThere().orElse(null),
                (Instant) ReflectionTestUtils.getField(watch, "changedThere"),
                Boolean.TRUE.equals(ReflectionTestUtils.getField(watch, "settled")),
                (Instant) ReflectionTestUtils.getField(watch, "lookedAt"),
                watch.troubleSince().orElse(null),
                watch.isFollowed());
    }

    /** A table that knows these queries; one that is not among them fails. */
    private static <S> S store(Class<S> type, Map<String, Function<Object[], Object>> queries) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> queries.get(method.getName()).apply(arguments)));
    }
}
