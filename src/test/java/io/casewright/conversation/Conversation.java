package io.casewright.conversation;

import io.casewright.casefile.application.ConfirmResolution;
import io.casewright.casefile.application.IntakeKeys;
import io.casewright.casefile.application.ReceiveMessage;
import io.casewright.casefile.application.ReceiveRequest;
import io.casewright.casefile.application.WithdrawCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CustomerAnswer;
import io.casewright.casefile.domain.NotPossibleNow;
import io.casewright.conversation.Customer.Tone;
import io.casewright.message.InboundMessage;
import io.casewright.task.Tasks;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.TransactionSystemException;

/** A case and all that comes of it, as customer, agents and vendor bring it about; who does what next is drawn by the seed. */
final class Conversation {

    private static final Set<String> ENDED = Set.of("CLOSED", "WITHDRAWN", "DUPLICATE");

    final Memory memory;
    private final Shop shop;
    private final Random random;
    private final Agent agent;
    private int stepsLeft;

    Conversation(long seed, Shop shop) {
        this.shop = shop;
        memory = new Memory(seed);
        // Seeds beside each other begin alike.
        random = new Random(seed * 0x9E37_79B9_7F4A_7C15L);
        agent = new Agent(shop, memory, random);
        stepsLeft = random.nextInt(6) == 0 ? 16 : 3 + random.nextInt(6);
    }

    void open() {
        var request = Customer.request(memory, random);
        var key = shop.get(IntakeKeys.class).ofClient("portal", "conversation-" + memory.seed, request);
        String number = again(() -> shop.get(ReceiveRequest.class)
                .receive(request, key, null)
                .supportCase()
                .number()
                .value());
        memory.cases.add(number);
        memory.steps.add("%s opens %s about %s, %s"
                .formatted(request.contact().name(), number, request.product(), request.category()));
    }

    /** The next step of whoever has a mind to; nothing when all was said. */
    void goOn() {
        if (stepsLeft-- <= 0) {
            return;
        }
        memory.findFollowing(shop.database());
        String number = memory.cases.get(random.nextInt(memory.cases.size()));
        String status = status(number);
        boolean hasEnded = ENDED.contains(status);
        var open = shop.get(Tasks.class).openOfCase(number);
        var vendor = Vendor.of(number, shop).findFirst().filter(each -> !hasEnded);
        new Deeds(random)
                .may(open.isEmpty() ? 0 : 55, () -> agent.doOneOf(open))
                .may(vendor.isEmpty() ? 0 : 30, () -> vendor.orElseThrow().speak(memory, random))
                .may(status.equals("RESOLVED") ? 25 : 1, () -> confirm(number))
                .may(15, () -> write(number, Tone.any(random)))
                .may(6, () -> note(number))
                .may(1, () -> withdraw(number))
                .doOne();
    }

    private String status(String number) {
        return shop.database()
                .sql("SELECT status FROM support_case WHERE number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    /** What is written about a case that was joined with another belongs to that one. */
    private String threadOf(String number) {
        return shop.database()
                .sql("SELECT COALESCE(duplicate_of, number) FROM support_case WHERE number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    void write(String number, Tone tone) {
        String mark = memory.words.ofCustomer();
        String thread = threadOf(number);
        String status = status(thread);
        again(() -> shop.get(ReceiveMessage.class)
                .receive(
                        new CaseNumber(number),
                        at -> InboundMessage.fromPortal(at, "portal", tone.with(mark), tone == Tone.AUTOMATIC, mark),
                        List.of())
                .orElseThrow());
        memory.written.add(new Memory.Written(mark, thread, tone.isForPerson(ENDED.contains(status))));
        memory.steps.add("the customer of %s (%s) writes %s: %s".formatted(thread, status, mark, tone));
    }

    private void note(String number) {
        String mark = memory.words.internal();
        again(() -> shop.get(ReceiveMessage.class)
                .note(new CaseNumber(number), "Among us " + mark, "demo", mark)
                .orElseThrow());
        memory.notes.add(mark);
        memory.steps.add("an agent notes %s on %s".formatted(mark, number));
    }

    private void confirm(String number) {
        var answer = random.nextBoolean() ? CustomerAnswer.SOLVED : CustomerAnswer.NOT_SOLVED;
        attempt(
                "the customer of %s says %s".formatted(number, answer),
                () -> shop.get(ConfirmResolution.class)
                        .confirm(new CaseNumber(number), answer, "portal")
                        .orElseThrow());
    }

    private void withdraw(String number) {
        attempt("the customer takes %s back".formatted(number), () -> {
            var withdrawn = shop.get(WithdrawCase.class)
                    .withdraw(new CaseNumber(number), null, "portal")
                    .orElseThrow();
            memory.takenBack(number);
            return withdrawn;
        });
    }

    private void attempt(String what, Supplier<?> deed) {
        try {
            again(deed);
            memory.steps.add(what);
        } catch (NotPossibleNow e) {
            memory.steps.add("%s, in vain: %s".formatted(what, e.getMessage()));
        }
    }

    /** As a client does with an answer it did not get. */
    static <T> T again(Supplier<T> action) {
        while (true) {
            try {
                return action.get();
            } catch (ConcurrencyFailureException e) {
                Thread.onSpinWait();
            } catch (TransactionSystemException e) {
                // What loses a race while the case is written comes out so; the interface answers it the same.
                if (!e.contains(ConcurrencyFailureException.class)) {
                    throw e;
                }
            }
        }
    }
}
