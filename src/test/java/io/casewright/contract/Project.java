package io.casewright.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.casewright.casefile.application.CaseMessages;
import io.casewright.handoff.application.HandOffMessages;
import io.casewright.intake.application.IntakeMessages;
import io.casewright.majorcase.application.MajorCaseMessages;
import io.casewright.plan.application.PlanMessages;
import io.casewright.promise.application.PromiseMessages;
import io.casewright.satisfaction.application.SatisfactionMessages;
import io.casewright.statement.application.StatementMessages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All that has to fit together.
 *
 * @param messages names of the messages the application publishes, each with the variables it carries
 */
record Project(
        List<Model> models,
        List<Decision> decisions,
        List<Form> forms,
        List<Worker> workers,
        List<Check> checks,
        Map<String, Set<String>> messages) {

    static Project real() {
        return new Project(
                each("bpmn", ".bpmn", file -> new Model(nameOf(file), Bpmn.readModelFromFile(file.toFile()))),
                each("bpmn", ".dmn", Decision::read),
                each("forms", ".form", Project::form),
                Worker.ofTheApplication(),
                Check.ofTheApplication(),
                publishedMessages());
    }

    Optional<Form> form(String id) {
        return forms.stream().filter(form -> form.id().equals(id)).findFirst();
    }

    Optional<Worker> worker(String type) {
        return workers.stream().filter(worker -> worker.type().equals(type)).findFirst();
    }

    List<Check> checksOf(String element) {
        return checks.stream()
                .filter(check -> check.elements().contains(element))
                .toList();
    }

    Set<String> processIds() {
        var ids = new TreeSet<String>();
        models.forEach(model -> ids.add(model.process().getId()));
        return ids;
    }

    Set<String> decisionIds() {
        var ids = new TreeSet<String>();
        decisions.forEach(decision -> ids.addAll(decision.ids()));
        return ids;
    }

    private static Map<String, Set<String>> publishedMessages() {
        return Map.ofEntries(
                Map.entry(CaseMessages.REQUEST_RECEIVED, Set.of("caseNumber")),
                Map.entry(CaseMessages.CASE_REOPENED, Set.of("caseNumber")),
                Map.entry(CaseMessages.CUSTOMER_ANSWERED, Set.of()),
                Map.entry(CaseMessages.CUSTOMER_REPLIED, Set.of("messageText")),
                Map.entry(CaseMessages.CUSTOMER_WROTE, Set.of("caseNumber", "messageId")),
                Map.entry(CaseMessages.MESSAGE_ADDED, Set.of()),
                Map.entry(CaseMessages.READING_OVER, Set.of()),
                Map.entry(CaseMessages.SEVERITY_CHANGED, Set.of()),
                Map.entry(
                        CaseMessages.KNOWN_ISSUE_LINKED,
                        Set.of(
                                "caseNumber",
                                "customerName",
                                "severity",
                                "taskDue",
                                "subject",
                                "caseLink",
                                "queue",
                                "knownIssue",
                                "checkEvery",
                                "issueTitle",
                                "issueStatus",
                                "issueNews",
                                "issueNewsAt",
                                "watchPriority",
                                "watchDue")),
                Map.entry(CaseMessages.KNOWN_ISSUE_OVER, Set.of("workSolved", "resolution", "knownIssue")),
                Map.entry(CaseMessages.ACCESS_NOT_NEEDED, Set.of("caseNumber", "accessRequest", "accessReference")),
                Map.entry(CaseMessages.REQUEST_WITHDRAWN, Set.of()),
                Map.entry(PromiseMessages.BREACHED, Set.of("caseNumber", "breach")),
                Map.entry(PromiseMessages.SETTLED, Set.of()),
                Map.entry(
                        SatisfactionMessages.RATED_LOW,
                        Set.of(
                                "caseNumber",
                                "customerName",
                                "contactName",
                                "subject",
                                "caseLink",
                                "rating",
                                "ratingComment",
                                "taskDue")),
                Map.entry(MajorCaseMessages.PROPOSED, Set.of("majorCase")),
                Map.entry(PlanMessages.CHANGE_PROPOSED, Set.of("planChange")),
                Map.entry(StatementMessages.PROPOSED, Set.of("statement")),
                Map.entry(IntakeMessages.SET_ASIDE, Set.of("mail")),
                Map.entry(MajorCaseMessages.CASE_ARRIVED, Set.of()),
                Map.entry(MajorCaseMessages.ALL_CASES_ENDED, Set.of()),
                Map.entry(HandOffMessages.TICKET_PREPARED, Set.of("caseNumber", "ticketReference")),
                Map.entry(
                        HandOffMessages.VENDOR_ASKED,
                        Set.of("vendorNumber", "vendorQuestion", "statusThere", "lastContact", "waitReason")),
                Map.entry(HandOffMessages.TICKET_CHANGED, Set.of()),
                Map.entry(HandOffMessages.VENDOR_TICKET_CLOSED, Set.of("handOffResult", "vendorWords")),
                Map.entry(HandOffMessages.TICKET_CANCELLED, Set.of()));
    }

    private static Form form(Path file) {
        try {
            return new Form(nameOf(file), new ObjectMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString();
    }

    private static <T> List<T> each(String folder, String ending, Function<Path, T> read) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .map(read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
