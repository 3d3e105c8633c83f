package io.casewright.casefile.process;

import io.casewright.casefile.application.TakeUpMessage.Unread;

/**
 * What the form of a reading shows beside the case.
 *
 * @param severity of the case, and what the form was filled in with
 * @param caseStatus in words
 * @param question that the customer was asked last
 * @param messagesBefore what was written last before
 * @param messageText all messages that are to be read
 * @param seenMessages how many they are
 */
record UnreadMessages(
        String severity,
        String seenSeverity,
        String caseStatus,
        String question,
        String messagesBefore,
        String messageText,
        int seenMessages) {

    static UnreadMessages of(Unread unread) {
        String severity = unread.facts().severity();
        return new UnreadMessages(
                severity, severity, unread.status(), unread.question(), unread.before(), unread.text(), unread.count());
    }
}
