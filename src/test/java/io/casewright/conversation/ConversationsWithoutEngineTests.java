package io.casewright.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.casefile.application.AskCustomer;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.conversation.Customer.Tone;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CasewrightTest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Conversations in which the processes are played: their steps come in any order, also in one that no model knows. Each goes its
 * own way by its seed, so {@code -Dconversation=<seed>} has exactly that one again.
 */
@CasewrightTest
class ConversationsWithoutEngineTests {

    private static final int FIRST = 10_001;
    private static final int MANY = Integer.getInteger("conversations.played", 700);
    private static final int STEPS = 10;
    private static final AtomicLong PLANTED = new AtomicLong(2_000_000);

    @Autowired
    ApplicationContext application;

    @Autowired
    AskCustomer askCustomer;

    @Autowired
    JdbcClient database;

    @Test
    void whateverHappensInWhateverOrderAllOfItIsTrue() throws Exception {
        var conversations = Together.seeds(FIRST, MANY)
                .mapToObj(seed -> new PlayedConversation(seed, application))
                .toList();
        Together.each(conversations, conversation -> {
            conversation.open();
            for (int step = 0; step < STEPS; step++) {
                conversation.goOn();
            }
        });
        assertThat(faults(conversations)).isEmpty();
        Together.each(conversations, PlayedConversation::readAll);
        assertThat(faults(conversations)).isEmpty();
    }

    @Test
    void aMessageOfWhichTheEngineIsNeverToldIsMissed() {
        var conversation = opened();
        String word = wrote(conversation);
        change(
                "DELETE FROM engine_message WHERE name = 'casefile.customerWrote' AND correlation_key LIKE ?",
                number(conversation) + ":%");
        conversation.readAll();
        assertThat(String.join("\n", faults(List.of(conversation)))).contains(word + ", written about");
    }

    @Test
    void aWordInTheThreadOfAnotherCaseIsSeen() {
        var conversation = opened();
        String word = wrote(conversation);
        change("UPDATE message SET case_number = ? WHERE body LIKE ?", number(opened()), "%" + word + "%");
        assertThat(String.join("\n", faults(List.of(conversation))))
                .contains(word + " is 0 times in the customer's thread, not 1");
    }

    /** As it was once: a step is given the reason for colleagues where it expects words for the customer. */
    @Test
    void aReasonForColleaguesThatIsGivenToTheWrongStepIsFound() {
        var conversation = opened();
        String reason = conversation.memory.words.internal();
        askCustomer.ask(new CaseNumber(number(conversation)), "It goes back: " + reason, CaseDesk.step("planted"));
        assertThat(String.join("\n", faults(List.of(conversation))))
                .contains(reason + " is in a letter of the kind QUESTION");
    }

    @Test
    void aCaseOfWhichNoProcessKnowsIsFound() {
        var conversation = opened();
        assertThat(faults(List.of(conversation))).isEmpty();
        change("UPDATE support_case SET process_instance_key = NULL WHERE number = ?", number(conversation));
        change("DELETE FROM engine_message WHERE correlation_key = ?", number(conversation));
        assertThat(String.join("\n", faults(List.of(conversation))))
                .contains("no process carries it and none is ordered");
    }

    private PlayedConversation opened() {
        var opened = new PlayedConversation(PLANTED.incrementAndGet(), application);
        opened.open();
        return opened;
    }

    private static String number(PlayedConversation conversation) {
        return conversation.memory.cases.getFirst();
    }

    private String wrote(PlayedConversation conversation) {
        conversation.write(new CaseNumber(number(conversation)), Tone.MATTER);
        assertThat(faults(List.of(conversation))).isEmpty();
        return conversation.memory.written.getLast().mark();
    }

    private void change(String sql, Object... params) {
        assertThat(database.sql(sql).params(params).update()).isPositive();
    }

    private List<String> faults(Collection<PlayedConversation> conversations) {
        Map<String, PlayedConversation> byCase = conversations.stream()
                .flatMap(each -> each.memory.cases.stream().map(number -> Map.entry(number, each)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new WhatMustBeTrue(
                        database,
                        (mark, number) -> byCase.get(number).reading.isOpen(mark, number),
                        kept -> new CarriedOrEnded(database))
                .brokenBy(conversations.stream().map(each -> each.memory).toList());
    }
}
