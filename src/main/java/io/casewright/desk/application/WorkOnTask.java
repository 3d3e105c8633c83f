package io.casewright.desk.application;

import io.casewright.access.Person;
import io.casewright.casefile.Words;
import io.casewright.casefile.domain.Queue;
import io.casewright.desk.application.TaskNotDone.Cause;
import io.casewright.desk.domain.Colleague;
import io.casewright.desk.persistence.DeskPeople;
import io.casewright.desk.persistence.Drafts;
import io.casewright.platform.engine.TaskGone;
import io.casewright.platform.engine.TaskRefused;
import io.casewright.platform.engine.TaskUnanswered;
import io.casewright.platform.engine.UserTasks;
import io.casewright.task.SignedAnswers;
import io.casewright.task.Task;
import io.casewright.task.TaskState;
import io.casewright.task.Tasks;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes, hands on and completes tasks at the engine. What is not done is told by {@link TaskNotDone}, and nothing is lost. */
@Service
public class WorkOnTask {

    private final Tasks tasks;
    private final SignedAnswers signedAnswers;
    private final UserTasks engine;
    private final DeskPeople people;
    private final Drafts drafts;

    WorkOnTask(Tasks tasks, SignedAnswers signedAnswers, UserTasks engine, DeskPeople people, Drafts drafts) {
        this.tasks = tasks;
        this.signedAnswers = signedAnswers;
        this.engine = engine;
        this.people = people;
        this.drafts = drafts;
    }

    public void claim(long id, Person person) {
        Task task = takeable(id, person);
        requireNotAnothers(task, person, "Ask for it to be handed back, or assign it to yourself");
        atEngine(task, () -> engine.claim(task.taskKey(), person.login()));
    }

    /** Gives it back to its queue. */
    public void handBack(long id, Person person) {
        Task task = takeable(id, person);
        if (task.assignee() != null) {
            atEngine(task, () -> engine.unassign(task.taskKey()));
        }
    }

    public void assign(long id, String login, Person by) {
        Task task = takeable(id, by);
        requireMayTake(login, task);
        atEngine(task, () -> engine.assign(task.taskKey(), login));
    }

    private void requireMayTake(String login, Task task) {
        Colleague colleague = people.all().stream()
                .filter(known -> known.login().equals(login))
                .findFirst()
                .orElseThrow(() -> new TaskNotDone(
                        Cause.REFUSED,
                        "Nobody who has been at the Desk has the login " + login + ". Choose somebody from the list."));
        if (!colleague.mayTake(task.queue())) {
            throw new TaskNotDone(
                    Cause.REFUSED,
                    "%s does not work in the queue %s. Choose somebody else, or hand the task to another queue."
                            .formatted(colleague.name(), queueName(task.queue())));
        }
    }

    void requireDutyManager(Person by) {
        if (!DeskRights.managesWork(by)) {
            throw new TaskNotDone(
                    Cause.FORBIDDEN,
                    "Only a duty manager hands over what somebody else has. Ask somebody with that role.");
        }
    }

    /**
     * Takes it from who is absent, in whichever queue it is; one that this person does not have any more is left alone.
     *
     * @param to login of who gets it; empty gives it back to its queue
     */
    void takeFrom(long id, String absent, String to, Person by) {
        requireDutyManager(by);
        Task task = openInEngine(id);
        if (!absent.equals(task.assignee())) {
            throw new TaskNotDone(Cause.TAKEN, "Somebody else has it meanwhile.");
        }
        if (to.isEmpty()) {
            atEngine(task, () -> engine.unassign(task.taskKey()));
        } else {
            requireMayTake(to, task);
            atEngine(task, () -> engine.assign(task.taskKey(), to));
        }
    }

    /** Moves it to another queue, where anybody of that queue may take it. */
    public void handOver(long id, String queue, Person by) {
        Task task = takeable(id, by);
        if (Queue.ofGroup(queue) == null) {
            throw new TaskNotDone(Cause.REFUSED, "There is no queue " + queue + ". Choose one from the list.");
        }
        atEngine(task, () -> {
            if (task.assignee() != null) {
                engine.unassign(task.taskKey());
            }
            engine.handOver(task.taskKey(), queue);
        });
    }

    /** Sends what the person filled in. A task that nobody has is taken first. */
    public void complete(long id, Map<String, Object> answers, Person person) {
        Task task = takeable(id, person);
        requireNotAnothers(task, person, "What you typed is kept as your draft; ask who has it to hand it back");
        atEngine(task, () -> {
            if (task.assignee() == null) {
                engine.claim(task.taskKey(), person.login());
            }
            engine.complete(task.taskKey(), signedAnswers.sign(task, answers, person.login()));
        });
        drafts.drop(id, person.login());
    }

    /** Why nothing can be done with the task any more; null while it is open. */
    public @Nullable String endOf(Task task) {
        return switch (task.state()) {
            case OPEN -> null;
            case COMPLETED ->
                task.completedBy() == null
                        ? "This task is done already."
                        : "This task is done already: %s completed it.".formatted(nameOf(task.completedBy()));
            case CANCELED -> "This task is not needed any more: its process went on without it.";
        };
    }

    private Task takeable(long id, Person person) {
        Task task = open(id);
        String whyNot = whyNot(task, person);
        if (whyNot != null) {
            throw new TaskNotDone(Cause.FORBIDDEN, whyNot);
        }
        return inEngine(task);
    }

    private Task openInEngine(long id) {
        return inEngine(open(id));
    }

    private Task open(long id) {
        Task task = tasks.find(id).orElseThrow(() -> TaskNotDone.unknown(id));
        if (task.state() != TaskState.OPEN) {
            throw new TaskNotDone(Cause.ENDED, endOf(task) + " What you typed is kept as your draft.");
        }
        return task;
    }

    private static Task inEngine(Task task) {
        if (!task.isInEngine()) {
            throw new TaskNotDone(
                    Cause.LATER,
                    "The engine was started anew, and this task is just being made in it again. Try again in a moment;"
                            + " what you typed is kept as your draft.");
        }
        return task;
    }

    /** Why this person may not act on the task; null when the person may. */
    public @Nullable String whyNot(Task task, Person person) {
        if (!DeskRights.acts(person)) {
            return DeskRights.ONLY_LOOKS;
        }
        return DeskRights.mayTake(person, task.queue())
                ? null
                : "The task is in the queue %s, which is not one of yours. Somebody of that queue can act on it."
                        .formatted(queueName(task.queue()));
    }

    private void requireNotAnothers(Task task, Person person, String remedy) {
        String assignee = task.assignee();
        if (assignee != null && !assignee.equals(person.login())) {
            throw new TaskNotDone(Cause.TAKEN, "%s has this task. %s.".formatted(nameOf(assignee), remedy));
        }
    }

    private void atEngine(Task task, Runnable change) {
        try {
            change.run();
        } catch (TaskRefused e) {
            throw new TaskNotDone(Cause.REFUSED, String.valueOf(e.getMessage()));
        } catch (TaskGone e) {
            throw gone(tasks.find(task.id()).orElse(task), e);
        } catch (TaskUnanswered e) {
            throw new TaskNotDone(Cause.LATER, e.getMessage() + " What you typed is kept as your draft.");
        }
    }

    private TaskNotDone gone(Task now, TaskGone reason) {
        String end = endOf(now);
        if (end != null) {
            return new TaskNotDone(Cause.ENDED, end + " What you typed is kept as your draft.");
        }
        return reason.isUnknown()
                ? new TaskNotDone(Cause.LATER, TaskNotDone.STILL_MADE + " What you typed is kept as your draft.")
                : new TaskNotDone(Cause.TAKEN, reason.getMessage() + " What you typed is kept as your draft.");
    }

    /** Whom a login belongs to, as others read it. */
    public String nameOf(String login) {
        return people.all().stream()
                .filter(known -> known.login().equals(login))
                .map(Colleague::name)
                .findFirst()
                .orElse(login);
    }

    private static String queueName(@Nullable String queue) {
        return queue == null ? "of nobody" : Words.sentence(queue);
    }
}
