package io.casewright.oncall.application;

import io.casewright.casefile.application.CaseSteps;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Queue;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.oncall.client.TellProgram;
import io.casewright.oncall.domain.Call;
import io.casewright.oncall.domain.Reach;
import io.casewright.oncall.domain.Rota;
import io.casewright.oncall.domain.Rota.Stretch;
import io.casewright.oncall.domain.Shift;
import io.casewright.oncall.persistence.Calls;
import io.casewright.oncall.persistence.Rotas;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rota, by which address people are called, and who is on which call. What cannot be done is said in a sentence. */
@Service
public class KeepOnCall {

    private static final Duration LOOKED_AHEAD = Duration.ofDays(14);
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final int SHOWN = 50;
    private static final Pattern ADDRESS = Pattern.compile("[!-?A-~]{1,190}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private final Rotas rotas;
    private final Calls calls;
    private final TellProgram program;
    private final CaseSteps steps;
    private final ZoneId zone;
    private final Clock clock;

    KeepOnCall(
            Rotas rotas,
            Calls calls,
            TellProgram program,
            CaseSteps steps,
            @Value("${casewright.message.zone:UTC}") ZoneId zone,
            Clock clock) {
        this.rotas = rotas;
        this.calls = calls;
        this.program = program;
        this.steps = steps;
        this.zone = zone;
        this.clock = clock;
    }

    /** The shifts of a queue that are not over, and when in the next 14 days nobody is on call, or several are. */
    public record QueueRota(List<Shift> shifts, List<Stretch> gaps, List<Stretch> overlaps) {}

    /**
     * A shift as it was typed.
     *
     * @param from local date and time of the partner's zone
     */
    public record NewShift(
            String queue,
            String login,
            @Nullable String from,
            @Nullable String until) {}

    /** Rotas by queue; a queue for which nobody was ever planned is not in it. */
    public Map<String, QueueRota> rota() {
        var now = clock.instant();
        return rotas.from(now).stream()
                .collect(Collectors.groupingBy(Shift::queue, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> rotaOf(entry.getValue(), now), (one, other) -> one, TreeMap::new));
    }

    private static QueueRota rotaOf(List<Shift> shifts, Instant now) {
        var rota = new Rota(shifts);
        return new QueueRota(shifts, rota.gaps(now, now.plus(LOOKED_AHEAD)), rota.overlaps());
    }

    public List<Call> calls() {
        return calls.latest(SHOWN);
    }

    /** Who said how to be called, and so can be planned. */
    public List<String> reachable() {
        return rotas.reachable();
    }

    /** How somebody wants to be called; empty while that was not said. */
    public Optional<Reach> reachOf(String login) {
        return rotas.reachOf(login);
    }

    /** Whether people may have a program told instead of a mail. */
    public boolean tellsPrograms() {
        return program.isPossible();
    }

    /** Why the shift is not added; empty when it was. */
    @Transactional
    public Optional<String> add(NewShift shift) {
        if (Queue.ofGroup(shift.queue()) == null) {
            return Optional.of("Queue: choose one from the list.");
        }
        if (rotas.reachOf(shift.login()).isEmpty()) {
            return Optional.of(
                    "Person: %s has not said by which address to be called. That person does so on this page first."
                            .formatted(shift.login()));
        }
        var begins = time(shift.from());
        var ends = time(shift.until());
        if (begins.isEmpty()) {
            return Optional.of("From: write a date and a time.");
        }
        if (ends.isEmpty()) {
            return Optional.of("Until: write a date and a time.");
        }
        var now = clock.instant();
        if (begins.get().isBefore(now.minus(Duration.ofMinutes(1)))) {
            return Optional.of("From: this is past. Write a time to come.");
        }
        if (!ends.get().isAfter(begins.get())) {
            return Optional.of("Until: must be later than From.");
        }
        if (Duration.between(begins.get(), ends.get()).compareTo(LONGEST) > 0) {
            return Optional.of("Until: a shift lasts at most 31 days. Write an earlier time.");
        }
        rotas.add(shift.queue(), shift.login(), begins.get(), ends.get());
        return Optional.empty();
    }

    /** Why the shift is not removed; empty when it was. */
    @Transactional
    public Optional<String> remove(long shift) {
        return rotas.remove(shift)
                ? Optional.empty()
                : Optional.of("This shift is not in the rota any more. Load the page again.");
    }

    /**
     * How somebody wants to be called, as it was typed.
     *
     * @param hook empty for mail
     * @param quietFrom local time of the partner's zone; empty with {@code quietUntil} for no quiet hours
     */
    public record TypedReach(
            String address, String hook, boolean assignments, boolean replies, String quietFrom, String quietUntil) {}

    /** Why somebody is not called so; empty from now on. */
    @Transactional
    public Optional<String> reachBy(String login, TypedReach typed) {
        String address = typed.address().strip();
        if (address.length() > 254 || !ADDRESS.matcher(address).matches()) {
            return Optional.of("Mail address: write it as name@company.example.");
        }
        String hook = typed.hook().strip();
        var problem = hook.isEmpty() ? Optional.<String>empty() : program.problemWith(hook);
        if (problem.isPresent()) {
            return problem;
        }
        var quietFrom = timeOfDay(typed.quietFrom());
        var quietUntil = timeOfDay(typed.quietUntil());
        boolean isQuiet = !typed.quietFrom().isBlank() || !typed.quietUntil().isBlank();
        if (isQuiet && (quietFrom == null || quietUntil == null || quietFrom.equals(quietUntil))) {
            return Optional.of("Quiet hours: write both times, such as 20:00 and 07:00, or neither.");
        }
        rotas.keep(new Reach(
                login,
                address,
                hook.isEmpty() ? null : hook,
                typed.assignments(),
                typed.replies(),
                quietFrom,
                quietUntil));
        return Optional.empty();
    }

    private static @Nullable LocalTime timeOfDay(String typed) {
        try {
            return LocalTime.parse(typed.strip()).truncatedTo(ChronoUnit.MINUTES);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * Somebody is on it.
     *
     * @param isDutyManager whether the person may answer for others
     * @return why not; empty from now on
     */
    @Transactional
    public Optional<String> answer(long id, String login, boolean isDutyManager) {
        var found = calls.hold(id);
        if (found.isEmpty()) {
            return Optional.of("There is no such call. Load the page again.");
        }
        var call = found.get();
        if (call.answeredBy() != null) {
            return call.answeredBy().equals(login)
                    ? Optional.empty()
                    : Optional.of("%s is on it already.".formatted(call.answeredBy()));
        }
        if (!isDutyManager && !call.hasCalled(login)) {
            return Optional.of("You were not called for this. A duty manager or whoever was called answers it.");
        }
        if (!call.isOpen()) {
            return Optional.of("Nobody is called for this any more.");
        }
        calls.answer(id, login, clock.instant());
        steps.record(steps.find(new CaseNumber(call.caseNumber())), Kind.CALL_ANSWERED, Actor.agent(login), null, null);
        return Optional.empty();
    }

    private Optional<Instant> time(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank()
                    ? Optional.empty()
                    : Optional.of(
                            LocalDateTime.parse(typed.strip()).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
