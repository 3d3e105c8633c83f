package io.casewright.desk.application;

import io.casewright.casefile.application.ReadCaseFile;
import io.casewright.casefile.application.ReadCaseFile.CaseFile;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.customer.ContactBook;
import io.casewright.desk.NextPromise;
import io.casewright.desk.domain.DeskTicket;
import io.casewright.desk.domain.OpenCase;
import io.casewright.desk.domain.SolvedCase;
import io.casewright.desk.persistence.DeskReads;
import io.casewright.solution.FindSimilarCases;
import io.casewright.task.Task;
import io.casewright.task.Tasks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a task with all that an agent must know to do it. */
@Service
@Transactional(readOnly = true)
public class ReadTaskFile {

    private static final int SHOWN = 10;

    private final Tasks tasks;
    private final ReadCaseFile caseFiles;
    private final FindSimilarCases similarCases;
    private final ContactBook contacts;
    private final NextPromise promise;
    private final DeskReads reads;

    ReadTaskFile(
            Tasks tasks,
            ReadCaseFile caseFiles,
            FindSimilarCases similarCases,
            ContactBook contacts,
            NextPromise promise,
            DeskReads reads) {
        this.tasks = tasks;
        this.caseFiles = caseFiles;
        this.similarCases = similarCases;
        this.contacts = contacts;
        this.promise = promise;
        this.reads = reads;
    }

    /**
     * A task and its case.
     *
     * @param around null for a task that belongs to no single case
     */
    public record TaskFile(Task task, @Nullable Around around) {}

    /**
     * What stands around a task.
     *
     * @param due when the next promise is due; null when nothing is promised
     * @param others other open cases of the customer, the newest first
     * @param similar solved cases that read like this one, the most similar first
     * @param tickets of the case, the oldest first
     */
    public record Around(
            CaseFile file,
            ContactBook.Card contact,
            @Nullable Instant due,
            List<OpenCase> others,
            List<SolvedCase> similar,
            List<DeskTicket> tickets) {}

    /** Empty when there is no such task. */
    public Optional<TaskFile> read(long taskId) {
        return tasks.find(taskId)
                .map(task -> new TaskFile(
                        task,
                        Optional.ofNullable(task.caseNumber())
                                .flatMap(CaseNumber::parse)
                                .flatMap(caseFiles::read)
                                .map(this::around)
                                .orElse(null)));
    }

    private Around around(CaseFile file) {
        var found = file.supportCase();
        var request = found.request();
        return new Around(
                file,
                contacts.card(found.contactId()).orElseThrow(),
                promise.dueOf(found.number()).orElse(null),
                reads.openOf(file.requester().customerId(), found.number().value(), SHOWN),
                similarCases
                        .similarTo(found.number(), request.product(), request.subject() + "\n" + request.description())
                        .stream()
                        .map(solved -> new SolvedCase(solved.number(), solved.subject(), solved.resolution()))
                        .toList(),
                reads.ticketsOf(found.number().value()));
    }
}
