package io.casewright.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.casewright.conversation.Customer.Tone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Conversations on the real engine with the models as they are. All take their next steps at once, and time passes for all; each
 * goes its own way by its seed, so {@code -Dconversation=<seed>} has exactly that one again.
 */
class ConversationsOnTheEngineTests {

    private static final int MANY = Integer.getInteger("conversations", 300);
    private static final int ROUNDS = 16;
    private static final AtomicLong PLANTED = new AtomicLong(1_000_000);

    /** After how many rounds how much time passes. */
    private static final Map<Integer, Duration> TIMES =
            Map.of(3, Duration.ofHours(5), 5, Duration.ofDays(2), 8, Duration.ofDays(3), 11, Duration.ofDays(5));

    /** What Microsoft does before a round. */
    private static final Map<Integer, Consumer<Shop>> AT_MICROSOFT = Map.of(5, Shop::issuesGoOn, 8, Shop::issuesEnd);

    @TempDir
    private static Path folder;

    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = new Shop(folder);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void whateverHappensInWhateverOrderAllOfItIsTrue() throws Exception {
        var conversations = Together.seeds(1, MANY)
                .mapToObj(seed -> new Conversation(seed, shop))
                .toList();
        var memories = conversations.stream().map(each -> each.memory).toList();
        var rules = WhatMustBeTrue.of(shop);
        Together.each(conversations, Conversation::open);
        shop.settle();
        for (int round = 1; round <= ROUNDS; round++) {
            AT_MICROSOFT.getOrDefault(round, nobody -> {}).accept(shop);
            shop.aMomentLater();
            Together.each(conversations, Conversation::goOn);
            shop.settle();
            shop.askVendors();
            shop.letPass(TIMES.getOrDefault(round, Duration.ZERO));
            assertThat(rules.brokenBy(memories)).as("round %d", round).isEmpty();
        }
        if (conversations.size() == MANY) {
            assertThat(shop.sight().processesEnded())
                    .as("processes that were gone through")
                    .contains(
                            "support-case",
                            "diagnose-case",
                            "resolve-case",
                            "hand-off-case",
                            "vendor-ticket",
                            "request-access",
                            "known-issue",
                            "customer-message");
        }
    }

    /** Each rule sees what is done to a conversation behind everybody's back. */
    @Nested
    class Planted {

        private final Conversation conversation = opened();
        private final String number = conversation.memory.cases.getFirst();

        @Test
        void aWordThatIsLostIsMissed() {
            String word = wrote(Tone.AUTOMATIC);
            change("DELETE FROM message WHERE body LIKE ?", "%" + word);
            assertThat(faults()).contains(word + " is 0 times in the customer's thread, not 1");
        }

        @Test
        void aWordThatIsThereTwiceIsSeen() {
            String word = wrote();
            change(
                    "INSERT INTO message (case_number, direction, visibility, kind, author_name, body, step_key, created_at)"
                            + " SELECT case_number, direction, visibility, kind, author_name, body, 'again', created_at"
                            + " FROM message WHERE body LIKE ?",
                    "%" + word + " %");
            assertThat(faults()).contains(word + " is 2 times in the customer's thread, not 1");
        }

        @Test
        void aWordThatNobodyIsToReadIsMissed() {
            String word = wrote();
            cancel("customer-message");
            assertThat(faults()).contains(word + ", written about " + number + ", is in no open task");
        }

        @Test
        void aMessageThatWaitsForAReadingThatNeverEndsIsFound() {
            wrote();
            String later = wrote();
            var first = shop.sight().instancesOf(number).stream()
                    .filter(each -> each.processId().equals("customer-message"))
                    .mapToLong(EngineSight.Instance::key)
                    .min()
                    .orElseThrow();
            cancel(first);
            assertThat(faults())
                    .contains("nothing moves it on: it waits for [casefile.readingOver]")
                    .contains(later + ", written about " + number + ", is in no open task");
        }

        @Test
        void anInternalWordInALetterIsFound() {
            var written = Stream.generate(this::wentOn)
                    .filter(this::hasLetter)
                    .findFirst()
                    .orElseThrow();
            assertThat(faults(written)).isEmpty();
            String word = written.memory.words.internal();
            change(
                    "UPDATE message SET body = CONCAT(body, ?) WHERE case_number = ? AND recipient_name IS NOT NULL",
                    "PS: " + word,
                    written.memory.cases.getFirst());
            assertThat(faults(written)).contains(word + " is in a letter of the kind ");
        }

        @Test
        void aCaseWithoutAProcessIsFound() {
            cancel("support-case");
            assertThat(faults()).contains(number + " is ").contains(" and no process carries it");
        }

        @Test
        void whatIsLeftOfACaseThatEndedIsFound() {
            change("UPDATE support_case SET status = 'CLOSED' WHERE number = ?", number);
            assertThat(faults()).contains("support-case of %s (CLOSED) still runs".formatted(number));
        }

        @Test
        void aTaskThatIsOnlyInTheEngineIsFound() {
            change("UPDATE user_task SET state = 'CANCELED' WHERE case_number = ?", number);
            assertThat(faults()).contains(number + " has the tasks [] at the Desk and [");
        }

        private Conversation wentOn() {
            var opened = opened();
            for (int step = 0; step < 4; step++) {
                opened.goOn();
                shop.settle();
            }
            return opened;
        }

        private boolean hasLetter(Conversation written) {
            return shop.database()
                    .sql("SELECT EXISTS (SELECT 1 FROM message WHERE case_number = ? AND recipient_name IS NOT NULL)")
                    .param(written.memory.cases.getFirst())
                    .query(Boolean.class)
                    .single();
        }

        private static Conversation opened() {
            var opened = new Conversation(PLANTED.incrementAndGet(), shop);
            opened.open();
            shop.settle();
            return opened;
        }

        /** The mark of what the customer wrote, once it is on its way. */
        private String wrote() {
            return wrote(Tone.MATTER);
        }

        private String wrote(Tone tone) {
            conversation.write(number, tone);
            shop.settle();
            assertThat(faults()).isEmpty();
            return conversation.memory.written.getLast().mark();
        }

        private String faults() {
            return faults(conversation);
        }

        private static String faults(Conversation judged) {
            return String.join("\n", WhatMustBeTrue.of(shop).brokenBy(List.of(judged.memory)));
        }

        private void change(String sql, Object... params) {
            assertThat(shop.database().sql(sql).params(params).update()).isPositive();
        }

        private void cancel(String processId) {
            shop.sight().instancesOf(number).stream()
                    .filter(each -> each.processId().equals(processId))
                    .forEach(each -> cancel(each.key()));
        }

        private void cancel(long instance) {
            assertThat(faults()).isEmpty();
            shop.get(CamundaClient.class)
                    .newCancelInstanceCommand(instance)
                    .send()
                    .join();
            shop.settle();
        }
    }
}
