package io.casewright.contract;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.platform.personal.PersonalRecords;
import io.casewright.testkit.AllTexts;
import io.casewright.testkit.CasewrightTest;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody answers for each column that can hold a text: a module, which erases and hands out what is in it, or this list, which says
 * why it names no contact. A column that is in neither fails the build.
 */
@CasewrightTest
class PersonalDataTests {

    /** By reason. */
    private static final Map<String, String> NAMES_NO_CONTACT = Map.ofEntries(
            entry("one of a few words of ours", """
                    attachment.media_type attachment.refusal incoming_mail.aside_reason incoming_mail.fate case_participant.state letter_copy.delivery audit_finding.kind case_turn.vendor case_turn.what opening_hours.kind opening_hours.name customer.delivery_model customer_change.what dead_letter_decision.action dead_letter_decision.crossing desk_case.queue desk_case.severity
                    desk_case.status desk_mail_aside.reason desk_order.kind desk_order.severity desk_person.queues
                    erasure_certificate.cause evidence.kind hand_off.channel hand_off.severity hand_off.target
                    known_issue_wait.ending major_case.state message.auto_submitted message.delivery message.direction
                    message.kind message.visibility operations_command.state partner.kind planned_action.action
                    planned_action.state charge_line.kind charge_line.tax_name prepaid_entry.kind promise.hold_by plan_draft.state promise.kind promise.outcome promise.thresholds oncall_call.queue oncall_call.reason oncall_shift.queue promise_segment.hold_by promise_segment.state promise_terms.severity support_case.asked_from support_case.category support_case.channel support_case.customer_answer survey.left_out statement.state
                    support_case.hand_off_category support_case.queue support_case.severity support_case.status
                    timeline_entry.actor timeline_entry.kind user_task.queue user_task.state
                    vendor_ticket.channel vendor_ticket.state vendor_ticket.status_there vendor_ticket.target
                    vendor_ticket_note.kind vendor_ticket_note.origin"""),
            entry("a language", "customer.locale desk_case.locale message.locale support_case.locale"),
            entry("a number or key of a case, a ticket, an order, an element of a model or an engine", """
                    incoming_mail.arrival incoming_mail.case_number incoming_mail.file_id incoming_mail.likeness incoming_mail.proposed_case reply_token.case_number attachment.case_number attachment.file_id attachment.waits_for case_link.case_number case_change.case_number case_touch.case_number case_participant.case_number
                    case_turn.case_number case_turn.subject desk_case.number dead_letter_decision.case_number dead_letter_decision.letter dead_letter_decision.target desk_mail.mail desk_order.order_key desk_order.step_key desk_question.case_number desk_question.answer_key desk_question.question_key engine_message.correlation_key
                    engine_message.id engine_message.name evidence.step_key hand_off.case_number hand_off.reference
                    hand_off.step_key outbox_aside.task_instance outbox_aside.task_name legal_hold.case_number major_case_child.case_number message.case_number
                    operations_command.cause operations_command.element_id operations_command.process_id
                    case_plan.case_number plan_version.made_of plan_told.case_number plan_told.told_key case_charge.case_number charge_line.case_number charge_line.line_key prepaid_case.case_number prepaid_entry.case_number prepaid_entry.entry_key prepaid_letter.entry_key promise.case_number promise.hold_key promise_segment.hold_key oncall_call.call_key oncall_call.case_number promise_breach.breach_key promise_breach.case_number survey.case_number statement.number statement_dispute.case_number
                    held_letter.letter_key planned_action.request_id planned_action.subscription_id process_place.case_number
                    process_place.element_id process_place.process_id process_place.reference process_place.step_key
                    scheduled_tasks.picked_by scheduled_tasks.task_instance scheduled_tasks.task_name
                    signed_answer.step_key solved_case.number support_case.duplicate_of support_case.follow_up_of
                    support_case.number time_entry.case_number time_entry.entry_key timeline_entry.element_id timeline_entry.step_key user_task.case_number
                    user_task.element_id user_task.process_id user_task.reference user_task.step_key
                    vendor_ticket.tenant_id vendor_ticket.vendor_number vendor_ticket_note.desk_note_id
                    vendor_ticket_note.step_key"""),
            entry("somebody of the partner's own house, who answers for what was done", """
                    case_participant.changed_by case_link.withdrawn_by customer_change.login customer_change.person statement.decided_by statement.decision statement.proposed_by plan_draft.changed_by plan_draft.decided_by plan_draft.decision plan_draft.proposed_by plan_version.approved_by plan_version.proposed_by customer_import.login dead_letter_decision.person dead_letter_decision.person_name desk_draft.login desk_person.login
                    desk_person.name desk_presence.login desk_question.asked_by desk_question.asked_of erasure_certificate.login erasure_certificate.person
                    evidence.recorded_by hand_off.prepared_by legal_hold.lifted_by legal_hold.placed_by
                    major_case.confirmed_by operations_command.person operations_command.person_name
                    held_letter.author planned_action.decided_by planned_action.proposed_by prepaid_entry.login signed_answer.person time_entry.booked_by time_entry.login user_task.assignee oncall_attempt.login oncall_call.answered_by oncall_person.address oncall_person.hook oncall_person.login oncall_shift.login opening_hours.kept_by survey.called_by
                    user_task.completed_by vendor_ticket_note.recorded_by"""),
            entry("a company, with which the partner has a contract", """
                    customer.domain customer.name customer.tenant_id customer_domain.domain customer_site.closed_days customer_site.country
                    customer_site.name customer_site.region customer_site.zone desk_case.customer_name
                    partner.name"""),
            entry("a plan of the partner", """
                    case_plan.calendar case_plan.measured_calendar planned_action.currency charge_line.currency promise_segment.day_off promise_terms.calendar promise_terms.plan service_calendar.content statement.currency
                    opening_hours.calendar plan_draft.content plan_version.calendar plan_version.content service_calendar.name support_plan.name"""),
            entry("Microsoft's own: issues, products, roles, topics", """
                    access_request.relationship_id access_request.role evidence.role hand_off.topic_id known_issue_wait.issue_id planned_action.subscription_name
                    service_health_read.problem service_health_read.scope service_issue.classification
                    service_issue.feature service_issue.impact service_issue.issue_id service_issue.posts
                    service_issue.scope service_issue.service service_issue.status service_issue.title
                    support_case.known_issue"""),
            entry(
                    "a service, a region and a symptom that several customers have in common",
                    "major_case.region major_case.service major_case.symptom"),
            entry("a sentence of ours with a number or key in it", """
                    audit_finding.remedy audit_finding.subject audit_finding.words engine_generation.engine
                    case_charge.why case_charge.after_hours_why engine_generation.reason outbox_aside.reason operations_command.reason plan_told.failure prepaid_letter.failure promise.hold_why statement_letter.failure
                    promise_segment.hold_why"""),
            entry("a fingerprint that goes with its draft", "desk_draft.form desk_draft.shown"),
            entry(
                    "a fingerprint of something random",
                    "case_link.token_hash reply_token.token statement_link.token_hash survey_link.token_hash"),
            entry("only the pseudonym, and how many", "erasure_certificate.counts erasure_certificate.pseudonym"),
            entry("learned from texts out of which names were taken before", """
                    reading_model.checksum reading_model.model reading_model.shipped"""),
            entry("a sealed sign-in of the partner", "microsoft_sign_in.consent microsoft_sign_in.sealed"));

    @Autowired
    PersonalRecords records;

    @Autowired
    JdbcClient database;

    @Test
    void somebodyAnswersForEachColumn() {
        var answered = new TreeSet<>(claimed());
        answered.addAll(listed());
        var there = new TreeSet<>(new AllTexts(database).columns());
        assertThat(there)
                .as(
                        "a column that nobody answers for: let a PersonalData of its module answer, or say here why it names nobody")
                .allSatisfy(column -> assertThat(answered).contains(column));
        assertThat(answered).as("a column that is there no more").isSubsetOf(there);
    }

    @Test
    void nobodySaysOfTheSameColumnThatItNamesNobody() {
        assertThat(claimed()).doesNotContainAnyElementsOf(listed());
    }

    private Set<String> claimed() {
        return records.tables().stream()
                .flatMap(table -> table.answersFor().stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> listed() {
        return NAMES_NO_CONTACT.values().stream()
                .flatMap(columns -> columns.lines())
                .flatMap(line -> Arrays.stream(line.strip().split("\\s+")))
                .filter(column -> !column.isEmpty())
                .collect(Collectors.toSet());
    }
}
