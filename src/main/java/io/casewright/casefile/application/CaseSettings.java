package io.casewright.casefile.application;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the case file.
 *
 * @param confirmationTime how long a customer may take to answer a resolution before the case closes by itself
 * @param closingReminder how long before that the customer is reminded of it
 * @param unreadTime how long a case that would close waits on for a message of its customer to be read
 * @param takeUpTime how long a received case may be without a process before its start is ordered again
 * @param replyTime how long a customer may take to answer a question before the case closes
 * @param reminderEvery how often the question is sent again in that time
 * @param reopenTime how long after its end a closed case is reopened by a message; later a new case follows it
 * @param knownIssueCheck how often the issue is looked at that a case waits for
 * @param actionTime how long Microsoft may take to confirm an action before a person looks
 * @param newsTime how long news of that issue may wait for an agent, and how long nothing may be readable about it before that is news
 */
@ConfigurationProperties("casewright.casefile")
record CaseSettings(
        @DefaultValue("P5D") Duration confirmationTime,
        @DefaultValue("P2D") Duration closingReminder,
        @DefaultValue("P1D") Duration unreadTime,
        @DefaultValue("PT1M") Duration takeUpTime,
        @DefaultValue("P7D") Duration replyTime,
        @DefaultValue("P2D") Duration reminderEvery,
        @DefaultValue("P14D") Duration reopenTime,
        @DefaultValue("PT5M") Duration knownIssueCheck,
        @DefaultValue("P2D") Duration actionTime,
        @DefaultValue("PT1H") Duration newsTime) {

    CaseSettings {
        if (confirmationTime.isNegative() || confirmationTime.isZero()) {
            throw new IllegalArgumentException(
                    "casewright.casefile.confirmation-time must be longer than nothing, such as P5D for five days");
        }
        if (closingReminder.compareTo(confirmationTime) >= 0 || closingReminder.isNegative()) {
            throw new IllegalArgumentException(
                    "casewright.casefile.closing-reminder must be shorter than casewright.casefile.confirmation-time");
        }
        if (unreadTime.isNegative() || unreadTime.isZero()) {
            throw new IllegalArgumentException(
                    "casewright.casefile.unread-time must be longer than nothing, such as P1D for a day");
        }
    }
}
