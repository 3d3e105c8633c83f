package io.casewright.statement.application;

import io.casewright.statement.domain.Statement;
import io.casewright.statement.domain.Statement.State;
import io.casewright.statement.domain.StatementLine;
import io.casewright.statement.domain.Totals;
import io.casewright.statement.persistence.StatementLetterStore;
import io.casewright.statement.persistence.StatementLines;
import io.casewright.statement.persistence.StatementLines.Sum;
import io.casewright.statement.persistence.Statements;
import io.casewright.task.Task;
import io.casewright.task.Tasks;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Where statements are read. */
@Service
public class ReadStatements {

    private static final int MOST = 500;

    private final Statements statements;
    private final StatementLines lines;
    private final StatementLetterStore letters;
    private final Tasks tasks;

    ReadStatements(Statements statements, StatementLines lines, StatementLetterStore letters, Tasks tasks) {
        this.statements = statements;
        this.lines = lines;
        this.letters = letters;
        this.tasks = tasks;
    }

    /** A statement, with what it comes to. */
    public record Summed(Statement statement, int lines, Totals totals) {}

    /** A statement with all that stands on it. */
    public record Whole(Statement statement, List<StatementLine> lines, Totals totals) {}

    /**
     * A letter with a statement.
     *
     * @param toldAt null while it has not left
     * @param failure why it cannot leave
     */
    public record Letter(
            String contactName,
            Instant askedAt,
            @Nullable Instant toldAt,
            @Nullable String failure) {}

    /** Those of a month, by the name of the customer; in one state where one is given. */
    public List<Summed> of(YearMonth month, @Nullable State state) {
        return summed(statements.of(month, state));
    }

    /** Those a customer may read, the newest 500. */
    public List<Summed> approvedOf(long customer) {
        return summed(statements.approvedOf(customer, MOST));
    }

    /** @throws NoSuchStatement when there is none */
    public Whole whole(long id) {
        return whole(statements.find(id).orElseThrow(() -> new NoSuchStatement(id)));
    }

    /** An approved one of the customer. */
    public Optional<Whole> ofNumber(long customer, String number) {
        return statements.ofNumber(customer, number).map(this::whole);
    }

    public List<Letter> letters(long id) {
        return letters.of(id).stream()
                .map(sent -> new Letter(sent.contactName(), sent.askedAt(), sent.toldAt(), sent.failure()))
                .toList();
    }

    /** The task in which somebody decides on it, while there is one. */
    public Optional<Long> decision(Statement statement) {
        return statement.is(State.PROPOSED)
                ? tasks.openAbout(statement.key()).stream().findFirst().map(Task::id)
                : Optional.empty();
    }

    private Whole whole(Statement statement) {
        var all = lines.of(statement.id());
        var nets = all.stream()
                .map(line -> new Totals.Net(
                        line.charge().tax(), line.charge().amount().amount()))
                .toList();
        return new Whole(statement, all, Totals.of(statement.currency(), nets));
    }

    private List<Summed> summed(List<Statement> found) {
        var sums = lines.sums(found.stream().map(Statement::id).toList());
        return found.stream()
                .map(statement -> summed(statement, sums.getOrDefault(statement.id(), new Sum(0, List.of()))))
                .toList();
    }

    private static Summed summed(Statement statement, Sum sum) {
        return new Summed(statement, sum.lines(), Totals.of(statement.currency(), sum.nets()));
    }

    Summed summed(Statement statement) {
        return summed(List.of(statement)).getFirst();
    }
}
