package io.casewright.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.handoff.application.HandOffMessages;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One ticket of a vendor on its way through its process. */
final class TicketInProcess {

    static final Map<String, Object> START =
            Map.of("caseNumber", CaseInProcess.NUMBER, "ticketReference", CaseInProcess.TICKET);
    private static final String PROCESS = "vendor-ticket";

    private final EngineHarness engine;
    private final long instance;

    private TicketInProcess(EngineHarness engine, long instance) {
        this.engine = engine;
        this.instance = instance;
    }

    static TicketInProcess started(EngineHarness engine) {
        engine.publish(HandOffMessages.TICKET_PREPARED, CaseInProcess.TICKET, Duration.ZERO, START);
        var instances = engine.journal().instancesOf(PROCESS);
        assertThat(instances).hasSize(1);
        return new TicketInProcess(engine, instances.getFirst());
    }

    TicketInProcess lookedUp() {
        return lookedUp(false, true);
    }

    TicketInProcess lookedUp(boolean closed, boolean personFollows) {
        return work("handoff.lookUpTicket", standing(closed, personFollows));
    }

    TicketInProcess newsShown(boolean closed) {
        return work("handoff.showNews", standing(closed, true));
    }

    /** What the forms of a ticket show of it. */
    static Map<String, Object> standing(boolean closed, boolean personFollows) {
        var shown = new HashMap<>(CaseInProcess.facts("technical", "critical"));
        shown.keySet().retainAll(List.of("customerName", "subject", "queue", "priority", "taskDue", "caseLink"));
        for (String each : List.of("target", "channel", "ticketLink", "ticketTitle", "ticketText")) {
            shown.put(each, "shown");
        }
        for (String each : List.of("statusThere", "lastContact", "waitReason", "lastNote")) {
            shown.put(each, "");
        }
        shown.put("ticketClosed", closed);
        shown.put("personFollows", personFollows);
        shown.put("vendorNumber", null);
        return shown;
    }

    TicketInProcess openedAtDesk(String number, String refusal) {
        var opened = new HashMap<String, Object>();
        opened.put("openedAtDesk", number != null);
        opened.put("deskProblem", refusal);
        opened.put("vendorNumber", number);
        return work("handoff.openAtDesk", opened);
    }

    TicketInProcess closedAtDesk(boolean closed) {
        return work("handoff.closeAtDesk", Map.of("closedAtDesk", closed, "deskProblem", ""));
    }

    TicketInProcess changed() {
        engine.publish(HandOffMessages.TICKET_CHANGED, CaseInProcess.TICKET, Duration.ofHours(1), Map.of());
        return this;
    }

    TicketInProcess filed(String number) {
        return answer("userTask_FileTicket", Map.of("vendorNumber", number)).work("handoff.recordFiling", Map.of());
    }

    TicketInProcess news(String kind, boolean ends) {
        return answer("userTask_FollowTicket", Map.of("newsKind", kind, "newsText", "As you see"))
                .work("handoff.recordNews", Map.of("ticketClosed", ends));
    }

    TicketInProcess cancelled() {
        engine.publish(HandOffMessages.TICKET_CANCELLED, CaseInProcess.TICKET, Duration.ofHours(1), Map.of());
        return this;
    }

    TicketInProcess answer(String userTask, Map<String, Object> answers) {
        var task = engine.onlyTask();
        assertThat(task.elementId()).isEqualTo(userTask);
        engine.complete(task, answers);
        return this;
    }

    TicketInProcess work(String jobType, Map<String, Object> result) {
        var job = engine.awaitJob(jobType);
        assertThat(job.variables()).containsEntry("ticketReference", CaseInProcess.TICKET);
        engine.complete(job, result);
        return this;
    }

    TicketInProcess waitsAt(String... elements) {
        assertThat(engine.journal().incidents()).isEmpty();
        assertThat(engine.journal().waitingAt()).containsExactlyInAnyOrder(elements);
        return this;
    }

    void endedBy(String endEvent) {
        var journal = engine.journal();
        assertThat(journal.isEnded(instance)).as("ended").isTrue();
        assertThat(journal.completed(instance)).contains(endEvent);
        assertThat(journal.incidents()).isEmpty();
    }

    Map<String, Object> variables() {
        return engine.journal().variables();
    }

    List<String> interrupted() {
        return engine.journal().terminated();
    }
}
