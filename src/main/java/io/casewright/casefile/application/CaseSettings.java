package io.casewright.casefile.application;

import io.casewright.casefile.domain.Severity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the case file; most of them are rows of {@code bpmn/timing.dmn}.
 *
 * @param confirmationTime how long a customer may take to answer a resolution before the case closes by itself
 * @param closingReminder how long before that the customer is reminded of it
 * @param unreadTime how long a case that would close waits on for a message of its customer to be read
 * @param takeBackTime how long what an agent wrote to a customer can be taken back
 * @param takeUpTime how long a received case may be without a process before its start is ordered again
 * @param replyTime how long a customer may take to answer a question before the case closes
 * @param reminderEvery how often the question is sent again in that time
 * @param reopenTime how long after its end a closed case is reopened by a message; later a new case follows it
 * @param knownIssueCheck how often the issue is looked at that a case waits for
 * @param actionTime how long Microsoft may take to confirm an action before a person looks
 * @param newsTime how long news of that issue may wait for an agent, and how long nothing may be readable about it before that is news
 * @param priority of the tasks of a case
 */
@Validated
@ConfigurationProperties("casewright.casefile")
public record CaseSettings(
        @NotNull Duration confirmationTime,
        @NotNull Duration closingReminder,
        @NotNull Duration unreadTime,
        @NotNull Duration takeBackTime,
        @DefaultValue("PT1M") Duration takeUpTime,
        @NotNull Duration replyTime,
        @NotNull Duration reminderEvery,
        @NotNull Duration reopenTime,
        @NotNull Duration knownIssueCheck,
        @NotNull Duration actionTime,
        @NotNull Duration newsTime,
        @NotNull @Valid Priorities priority) {

    /**
     * Priorities of tasks, 0 to 100.
     *
     * @param quiet of a task that only watches, while there is nothing new
     */
    public record Priorities(
            @NotNull @Max(100) Integer critical,
            @NotNull @Max(100) Integer moderate,
            @NotNull @Max(100) Integer minimal,
            @NotNull @Max(100) Integer quiet) {

        public int of(Severity severity) {
            return switch (severity) {
                case CRITICAL -> critical;
                case MODERATE -> moderate;
                case MINIMAL -> minimal;
            };
        }
    }

    /** No case waits longer for a word. */
    Duration longestWait() {
        return Stream.of(replyTime, confirmationTime.plus(unreadTime), reopenTime)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    public CaseSettings {
        if (confirmationTime != null && !confirmationTime.isPositive()) {
            throw new IllegalArgumentException(
                    "casewright.casefile.confirmation-time must be longer than nothing, such as P5D for five days");
        }
        if (closingReminder != null
                && confirmationTime != null
                && (closingReminder.isNegative() || closingReminder.compareTo(confirmationTime) >= 0)) {
            throw new IllegalArgumentException(
                    "casewright.casefile.closing-reminder must be shorter than casewright.casefile.confirmation-time");
        }
        if (unreadTime != null && !unreadTime.isPositive()) {
            throw new IllegalArgumentException(
                    "casewright.casefile.unread-time must be longer than nothing, such as P1D for a day");
        }
    }
}
