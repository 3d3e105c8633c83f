package io.casewright.desk.application;

import io.casewright.access.Person;
import io.casewright.desk.domain.Colleague;
import io.casewright.desk.domain.DeskCounts;
import io.casewright.desk.domain.DeskRows;
import io.casewright.desk.domain.DeskView;
import io.casewright.desk.persistence.DeskLists;
import io.casewright.desk.persistence.DeskPeople;
import io.casewright.task.Task;
import io.casewright.task.Tasks;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Service;

/** Reads the lists, and remembers who looks at which. */
@Service
public class ReadDesk {

    /** Farther down nobody looks for what comes next. */
    private static final int LOOKED_AT = 500;

    private final DeskLists lists;
    private final DeskPeople people;
    private final Tasks tasks;
    private final AsyncTaskExecutor executor;
    private final Clock clock;

    ReadDesk(
            DeskLists lists,
            DeskPeople people,
            Tasks tasks,
            @Qualifier("applicationTaskExecutor") AsyncTaskExecutor executor,
            Clock clock) {
        this.executor = executor;
        this.lists = lists;
        this.people = people;
        this.tasks = tasks;
        this.clock = clock;
    }

    public DeskCounts counts(Person person) {
        return lists.count(person);
    }

    /** A list as somebody looks at it, and how long all lists are. */
    public record Look(DeskRows rows, DeskCounts counts) {}

    /** Rows and counts are read side by side: each takes about as long as the other. */
    public Look look(DeskView view, Person person, int size) {
        var counting = executor.submitCompletable(() -> lists.count(person));
        try {
            return new Look(lists.find(view, person, size, counting::join), counting.join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    public Optional<Task> task(long id) {
        return tasks.find(id);
    }

    public List<Colleague> colleagues() {
        return people.all();
    }

    /** The person is at the Desk, and so can be given tasks. */
    public void greet(Person person) {
        people.greet(person, DeskRights.acts(person), clock.instant());
    }

    /** What the person looked at last, as its address says it; empty when there is nothing. */
    public String lastViewOf(Person person) {
        return people.lastViewOf(person.login());
    }

    public void remember(Person person, String view) {
        people.remember(person.login(), view);
    }

    /** The task after this one in the list; at its end the first one. */
    public Optional<Long> next(DeskView view, long taskId, Person person) {
        List<Long> ids = lists.taskIds(view.on(1), person, LOOKED_AT);
        int at = ids.indexOf(taskId);
        return ids.stream()
                .skip(at + 1L)
                .findFirst()
                .or(() -> ids.stream().filter(id -> id != taskId).findFirst());
    }
}
