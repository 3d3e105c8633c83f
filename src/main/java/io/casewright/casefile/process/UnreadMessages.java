package io.casewright.casefile.process;

import io.casewright.casefile.application.TakeUpMessage.Unread;
import java.time.Instant;

/**
 * What the form of a reading shows, and where its task stands.
 *
 * @param seenSeverity the same as the severity, sent back with the answers: by what they were given
 * @param caseStatus in words
 * @param question that the customer was asked last
 * @param messagesBefore what was written last before
 * @param messageText all messages that are to be read
 * @param seenMessages how many they are
 */
record UnreadMessages(
        String customerName,
        String contactName,
        String subject,
        String caseLink,
        String queue,
        int priority,
        Instant taskDue,
        String severity,
        String seenSeverity,
        String caseStatus,
        String question,
        String messagesBefore,
        String messageText,
        int seenMessages) {

    static UnreadMessages of(Unread unread) {
        var facts = unread.facts();
        return new UnreadMessages(
                facts.customerName(),
                facts.contactName(),
                facts.subject(),
                facts.caseLink(),
                facts.queue(),
                facts.priority(),
                facts.taskDue(),
                facts.severity(),
                facts.severity(),
                unread.status(),
                unread.question(),
                unread.before(),
                unread.text(),
                unread.count());
    }
}
