package io.casewright.charge.application;

import io.casewright.calendar.domain.ServiceCalendar;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.charge.domain.ProposedTime;
import io.casewright.charge.domain.TimeEntry;
import io.casewright.charge.domain.TypedTime;
import io.casewright.charge.persistence.TimeEntries;
import io.casewright.charge.persistence.TimeEntries.Booking;
import io.casewright.plan.application.Plans;
import io.casewright.platform.time.PartnerDays;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Books the time that people spent on a case: each their own, for tasks they did and for other work, on cases of whatever status. */
@Service
public class BookTime {

    private final TimeEntries entries;
    private final ChargeCase chargeCase;
    private final CoverTime coverTime;
    private final Plans plans;
    private final PartnerDays days;
    private final Clock clock;

    BookTime(
            TimeEntries entries,
            ChargeCase chargeCase,
            CoverTime coverTime,
            Plans plans,
            PartnerDays days,
            Clock clock) {
        this.entries = entries;
        this.chargeCase = chargeCase;
        this.coverTime = coverTime;
        this.plans = plans;
        this.days = days;
        this.clock = clock;
    }

    /** All of the case, also what was taken back, in the order in which it was booked. */
    public List<TimeEntry> ofCase(SupportCase supportCase) {
        return entries.ofCase(supportCase.number().value());
    }

    /** Tasks that the person did and of which nothing is booked. */
    public List<ProposedTime> proposedTo(String login, SupportCase supportCase) {
        return entries.proposed(supportCase.number().value(), login);
    }

    /** The day that it is now where the partner is. */
    public LocalDate today() {
        return days.today();
    }

    /** On which day a task was done. */
    public LocalDate dayOf(ProposedTime proposed) {
        return days.of(proposed.to());
    }

    /** Why this cannot be booked, as a sentence for the person. */
    public Optional<String> problemWith(SupportCase supportCase, TypedTime typed, String login) {
        var received = days.of(supportCase.receivedAt());
        return typed.problem(received, today()).or(() -> tooMuch(login, typed.date(), typed.countMinutes()));
    }

    /**
     * Books work that the person did.
     *
     * @param typed of which there is no {@linkplain #problemWith problem}
     * @param key one for each booking on the case: sent twice it is booked once
     * @return false when that was booked before
     */
    @Transactional
    public boolean book(SupportCase supportCase, TypedTime typed, String login, String key) {
        return add(supportCase, typed, login, null, key);
    }

    /**
     * Books the time for a task that the person did.
     *
     * @return false when it is booked already, or is no task of theirs
     */
    @Transactional
    public boolean bookTask(SupportCase supportCase, long taskId, TypedTime typed, String login, String key) {
        return proposedTo(login, supportCase).stream().anyMatch(task -> task.taskId() == taskId)
                && add(supportCase, typed, login, taskId, key);
    }

    /** Why a correction cannot be made, as a sentence for the person. */
    public Optional<String> problemWith(TypedTime correction, TimeEntry entry) {
        return correction
                .problemOfCorrection()
                .or(() -> tooMuch(entry.login(), entry.day(), correction.countMinutes() - entry.minutes()));
    }

    /**
     * Takes an entry back, and books in its place what is right.
     *
     * @param correction of which there is no problem: the minutes that are right, none when nothing is, and why
     * @return false when somebody corrected it before
     */
    @Transactional
    public boolean correct(TimeEntry entry, TypedTime correction, String login, String key) {
        var now = clock.instant();
        boolean isNew = entries.add(
                new Booking(
                        entry.caseNumber(),
                        key + ":back",
                        entry.login(),
                        entry.day(),
                        -entry.minutes(),
                        -entry.afterHours(),
                        correction.words(),
                        null,
                        entry.id(),
                        login),
                now);
        if (isNew && correction.countMinutes() > 0) {
            entries.add(
                    new Booking(
                            entry.caseNumber(),
                            key,
                            entry.login(),
                            entry.day(),
                            correction.countMinutes(),
                            correction.countAfterHours(),
                            entry.words(),
                            null,
                            null,
                            login),
                    now);
        }
        if (isNew) {
            booked(new CaseNumber(entry.caseNumber()), key);
        }
        return isNew;
    }

    /** The service hours of the case's plan; empty where work outside them has no rate of its own. */
    public Optional<ServiceCalendar> hoursThatMatter(SupportCase supportCase) {
        var version = plans.ofCase(supportCase.number().value());
        return version.terms().charging().afterHoursRate() == null ? Optional.empty() : Optional.of(version.hours());
    }

    private boolean add(SupportCase supportCase, TypedTime typed, String login, @Nullable Long taskId, String key) {
        boolean isNew = entries.add(
                new Booking(
                        supportCase.number().value(),
                        key,
                        login,
                        typed.date(),
                        typed.countMinutes(),
                        typed.countAfterHours(),
                        typed.words().strip(),
                        taskId,
                        null,
                        login),
                clock.instant());
        if (isNew) {
            booked(supportCase.number(), key);
        }
        return isNew;
    }

    private void booked(CaseNumber number, String key) {
        coverTime.cover(number.value());
        chargeCase.booked(number, key);
    }

    private Optional<String> tooMuch(String login, LocalDate day, int more) {
        int booked = entries.minutesOf(login, day);
        return booked + more > TypedTime.MINUTES_OF_A_DAY
                ? Optional.of("Minutes: with the %d that are booked for it, %s has more than 24 hours."
                        .formatted(booked, day))
                : Optional.empty();
    }
}
