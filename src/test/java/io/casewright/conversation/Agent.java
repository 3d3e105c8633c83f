package io.casewright.conversation;

import io.casewright.access.Person;
import io.casewright.access.Role;
import io.casewright.desk.application.ReadTaskForm;
import io.casewright.desk.application.TaskNotDone;
import io.casewright.desk.application.WorkOnTask;
import io.casewright.task.Task;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whoever works on cases: takes a task, reads its form and fills it in; what is refused stays as it was. */
final class Agent {

    private static final List<Person> PEOPLE =
            Stream.of("demo", "act", "manager").map(Agent::person).toList();

    private final Shop shop;
    private final Memory memory;
    private final Random random;

    Agent(Shop shop, Memory memory, Random random) {
        this.shop = shop;
        this.memory = memory;
        this.random = random;
    }

    static Person person(String login) {
        return new Person(
                login,
                login,
                Set.of(Role.AGENT, Role.SPECIALIST, Role.DUTY_MANAGER),
                Set.of("first-line", "billing", "subscription", "technical", "duty-manager"));
    }

    void doOneOf(List<Task> open) {
        var sorted = open.stream()
                .sorted(Comparator.comparing(Task::elementId).thenComparing(Task::id))
                .toList();
        var task = sorted.get(random.nextInt(sorted.size()));
        String login = task.assignee();
        var person = login == null ? PEOPLE.get(random.nextInt(PEOPLE.size())) : person(login);
        var form = shop.get(ReadTaskForm.class).read(task.id(), person);
        var filled = FilledForm.of(form.schema(), form.data(), random, memory.words);
        String refusal = send(task, filled, person);
        if (refusal == null) {
            remember(filled);
        }
        memory.steps.add("%s does %s of %s with %s%s"
                .formatted(
                        person.login(),
                        task.elementId(),
                        task.caseNumber(),
                        filled.answers(),
                        refusal == null ? "" : ", in vain: " + refusal));
    }

    private void remember(FilledForm filled) {
        memory.seen.addAll(filled.read());
        filled.forCustomer().forEach(mark -> memory.told.merge(mark, 1, Integer::sum));
        memory.promised.addAll(filled.promised());
    }

    /** Why it was not taken; null when it was. */
    private @Nullable String send(Task task, FilledForm filled, Person person) {
        var desk = shop.get(WorkOnTask.class);
        for (boolean isUnsure = false; ; isUnsure = true) {
            try {
                desk.complete(task.id(), filled.answers(), person);
                return null;
            } catch (TaskNotDone e) {
                if (isUnsure && e.why() == TaskNotDone.Cause.ENDED) {
                    return null;
                }
                if (e.why() != TaskNotDone.Cause.LATER) {
                    desk.handBack(task.id(), person);
                    return e.getMessage();
                }
            }
        }
    }
}
