package io.casewright.task;

import java.util.Optional;
import org.springframework.stereotype.Service;

/** Takes what was sent for a task, or says why not. */
@Service
public class CompleteTask {

    private final CheckForm checkForm;
    private final KeepTasks keepTasks;
    private final SignedAnswers signedAnswers;

    CompleteTask(CheckForm checkForm, KeepTasks keepTasks, SignedAnswers signedAnswers) {
        this.checkForm = checkForm;
        this.keepTasks = keepTasks;
        this.signedAnswers = signedAnswers;
    }

    /**
     * Checks outside of any transaction, since a check may ask Microsoft.
     *
     * @return why it was refused, as a sentence for the person; empty when it was taken
     */
    public Optional<String> complete(SentForm sent) {
        if (!checkForm.needsLogin(sent.elementId())) {
            return take(sent);
        }
        return signedAnswers
                .signerOf(sent)
                .map(person -> take(sent.by(person)))
                .orElseGet(() -> Optional.of(signedAnswers.remedyFor(sent)));
    }

    private Optional<String> take(SentForm sent) {
        var problem = checkForm.problemWith(sent);
        if (problem.isPresent()) {
            keepTasks.reopened(sent.taskKey());
        } else {
            keepTasks.completed(sent.taskKey(), sent.person(), checkForm.answersIn(sent));
        }
        return problem;
    }
}
