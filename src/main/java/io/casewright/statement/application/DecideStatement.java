package io.casewright.statement.application;

import io.casewright.platform.engine.EngineMessage;
import io.casewright.platform.engine.EngineOutbox;
import io.casewright.platform.text.PublicAddress;
import io.casewright.platform.time.PartnerDays;
import io.casewright.statement.domain.Statement;
import io.casewright.statement.domain.Statement.State;
import io.casewright.statement.domain.StatementRefused;
import io.casewright.statement.persistence.Statements;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody proposes a statement, a second person decides on it; approved, it gets its number and is sent. */
@Service
public class DecideStatement {

    private static final Pattern KEY = Pattern.compile("Statement (\\d{1,18})-(\\d{1,9})");
    private static final Duration TIME_TO_DECIDE = Duration.ofDays(2);
    private static final String DECIDED = "This statement was decided already.";

    private final Statements statements;
    private final ReadStatements read;
    private final SendStatement send;
    private final EngineOutbox engine;
    private final PublicAddress address;
    private final PartnerDays days;
    private final Clock clock;

    DecideStatement(
            Statements statements,
            ReadStatements read,
            SendStatement send,
            EngineOutbox engine,
            PublicAddress address,
            PartnerDays days,
            Clock clock) {
        this.statements = statements;
        this.read = read;
        this.send = send;
        this.engine = engine;
        this.address = address;
        this.days = days;
        this.clock = clock;
    }

    /** What the second person reads; amounts with their currency. */
    public record Facts(
            String customer,
            String month,
            int lines,
            String net,
            String tax,
            String total,
            String proposedBy,
            String link,
            Instant decideBy) {}

    /**
     * Asks a second person to decide.
     *
     * @throws NoSuchStatement when there is none
     * @throws StatementRefused when it is a draft no more
     */
    @Transactional
    public void propose(long id, String login) {
        var draft = statements.hold(id).orElseThrow(() -> new NoSuchStatement(id));
        if (!draft.is(State.DRAFT)) {
            throw new StatementRefused(
                    "Somebody else proposed this statement meanwhile, or it is decided. Look at it again.");
        }
        statements.propose(id, login, clock.instant());
        String key = statements.find(id).orElseThrow().key();
        engine.send(EngineMessage.starting(StatementMessages.PROPOSED, key, Map.of("statement", key)));
    }

    /** One that was decided meanwhile is told as such. */
    @Transactional(readOnly = true)
    public Facts show(String key) {
        var found = find(key, false);
        if (found.isEmpty()) {
            return new Facts(DECIDED, "", 0, "", "", "", "", address.publicUrl() + "/desk/statements", decideBy(null));
        }
        var statement = found.get();
        var summed = read.summed(statement);
        var totals = summed.totals();
        return new Facts(
                statement.customerName(),
                statement.month().toString(),
                summed.lines(),
                totals.net().toString(),
                totals.tax().toString(),
                totals.gross().toString(),
                Objects.requireNonNullElse(statement.proposedBy(), ""),
                "%s/desk/statements/%d".formatted(address.publicUrl(), statement.id()),
                decideBy(statement.proposedAt()));
    }

    private Instant decideBy(@Nullable Instant proposedAt) {
        return Objects.requireNonNullElse(proposedAt, clock.instant()).plus(TIME_TO_DECIDE);
    }

    /**
     * Why the decision cannot count, as a sentence for who decides.
     *
     * @param approved null when the form did not say
     */
    @Transactional(readOnly = true)
    public Optional<String> problemWith(
            String key, @Nullable Boolean approved, @Nullable String reason, @Nullable String person) {
        return find(key, false).flatMap(statement -> problemWith(statement, approved, reason, person));
    }

    private static Optional<String> problemWith(
            Statement statement, @Nullable Boolean approved, @Nullable String reason, @Nullable String person) {
        if (person == null) {
            return Optional.of("Nobody who is logged in at Casewright decided this; decide it at the Desk.");
        }
        if (person.equals(statement.proposedBy())) {
            return Optional.of("You proposed this statement, so somebody else decides it.");
        }
        if (approved == null) {
            return Optional.of("Approve the statement: choose one.");
        }
        return !approved && reason == null
                ? Optional.of("Reason: required when the statement is not approved.")
                : Optional.empty();
    }

    /**
     * Takes the decision; once.
     *
     * @return whether the statement is approved
     * @throws IllegalStateException when there is a problem with it meanwhile
     */
    @Transactional
    public boolean decide(String key, @Nullable Boolean approved, @Nullable String reason, @Nullable String person) {
        var found = find(key, true);
        if (found.isEmpty()) {
            return named(key)
                    .flatMap(statements::find)
                    .filter(statement ->
                            statement.is(State.APPROVED) && statement.key().equals(key))
                    .isPresent();
        }
        var statement = found.get();
        problemWith(statement, approved, reason, person).ifPresent(problem -> {
            throw new IllegalStateException("The decision on %s cannot be taken: %s".formatted(key, problem));
        });
        String decidedBy = Objects.requireNonNull(person);
        var now = clock.instant();
        if (!Boolean.TRUE.equals(approved)) {
            statements.decline(statement.id(), decidedBy, Objects.requireNonNull(reason), now);
            return false;
        }
        int year = days.of(now).getYear();
        statements.approve(statement.id(), statements.nextNumber(year), decidedBy, now);
        send.order(statement.id());
        return true;
    }

    private Optional<Statement> find(String key, boolean holds) {
        return named(key)
                .flatMap(id -> holds ? statements.hold(id) : statements.find(id))
                .filter(statement ->
                        statement.is(State.PROPOSED) && statement.key().equals(key));
    }

    private static Optional<Long> named(String key) {
        var named = KEY.matcher(key);
        return named.matches() ? Optional.of(Long.parseLong(named.group(1))) : Optional.empty();
    }
}
