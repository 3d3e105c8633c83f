package io.casewright.casefile;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.Evidence;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.message.CaseMessage;
import io.casewright.message.Direction;
import io.casewright.message.Visibility;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in words what the case file keeps as names. */
public final class Words {

    private Words() {}

    public static String of(CaseStatus status) {
        return switch (status) {
            case RECEIVED -> "Received";
            case DIAGNOSING -> "Being diagnosed";
            case WAITING_FOR_CUSTOMER -> "Waiting for the customer";
            case WAITING_FOR_SERVICE_INCIDENT -> "Waiting for a service incident";
            case RESOLVING -> "Being resolved";
            case HANDED_OFF -> "Handed off";
            case RESOLVED -> "Resolved, waiting for confirmation";
            case CLOSED -> "Closed";
            case WITHDRAWN -> "Withdrawn";
            case DUPLICATE -> "Joined with another case";
        };
    }

    public static String of(TimelineEntry.Kind kind) {
        return switch (kind) {
            case RECEIVED -> "Request received";
            case REGISTERED -> "Case registered";
            case READ -> "Request read";
            case TRIAGED -> "Triaged";
            case JOINED -> "Joined with an open case";
            case NOT_JOINED -> "Not joined: the other case had ended";
            case REDIRECTED -> "Customer redirected";
            case ACKNOWLEDGED -> "Request acknowledged";
            case HEALTH_CHECKED -> "Service health checked";
            case CHECKED -> "Looked up by a check";
            case ACCESS_REQUESTED -> "Delegated access requested";
            case ACCESS_SETTLED -> "Request for access settled";
            case DIAGNOSED -> "Diagnosed";
            case HANDED_OVER -> "Handed to another queue";
            case ASKED -> "Customer asked";
            case REMINDED -> "Customer reminded";
            case REPLIED -> "Customer replied";
            case UNANSWERED -> "Closed without a reply";
            case PROPOSED -> "Action proposed";
            case APPROVED -> "Action approved";
            case DECLINED -> "Action declined";
            case PERFORMING -> "Action waits for Microsoft";
            case CARRIED_OUT -> "Action carried out";
            case FAILED -> "Action failed";
            case EVIDENCE_ADDED -> "Evidence added";
            case HANDED_OFF -> "Handed off";
            case TICKET_FILED -> "Ticket filed";
            case TICKET_NEWS -> "News on the ticket";
            case TICKET_ANSWERED -> "Question on the ticket answered";
            case TICKET_CLOSED -> "Ticket closed";
            case RETURNED -> "Hand-off returned";
            case RELAYED -> "Relayed to the customer";
            case LINKED -> "Linked to a known issue";
            case ISSUE_OVER -> "Known issue over";
            case ISSUE_NEWS -> "News of the known issue told";
            case UNLINKED -> "Not the known issue after all";
            case MAJOR_CASE_JOINED -> "Joined a major case";
            case MAJOR_CASE_UPDATED -> "Major case update";
            case SET_GOING_AGAIN -> "Set going again after the engine was lost";
            case MAJOR_CASE_LEFT -> "Left the major case";
            case RESOLVED -> "Resolved";
            case CONFIRMED -> "Resolution confirmed";
            case REJECTED -> "Resolution did not help";
            case REOPENED -> "Reopened";
            case MESSAGE_RECEIVED -> "Message received";
            case MESSAGE_READ -> "Message read";
            case CUSTOMER_WRITTEN_TO -> "Customer written to";
            case CASE_OPENED -> "Another case opened from a message";
            case SEVERITY_KEPT -> "Severity kept: it was changed after the form was opened";
            case CLOSING_PUT_OFF -> "Not closed yet: the customer is still being heard";
            case CLOSING_ANNOUNCED -> "Customer reminded that the case closes";
            case REASSESSED -> "Severity changed";
            case CLOSED -> "Closed";
            case WITHDRAWN -> "Request withdrawn";
        };
    }

    public static String of(Evidence.Kind kind) {
        return switch (kind) {
            case HEALTH_CHECK -> "Health check";
            case TROUBLESHOOTING -> "Troubleshooting";
            case SCOPE -> "Scope";
            case IMPACT -> "Impact";
            case REPRODUCTION -> "How to reproduce it";
            case OTHER_CUSTOMERS -> "Other customers";
            case COMMERCIAL -> "Commercial facts";
        };
    }

    public static String of(Actor actor) {
        return switch (actor.kind()) {
            case AGENT -> "Agent";
            case CUSTOMER -> "Customer";
            case SYSTEM -> "Casewright";
        };
    }

    /** Whose side of the conversation a message is on, as style sheets name it. */
    public static String sideOf(CaseMessage message) {
        if (message.visibility() == Visibility.INTERNAL) {
            return "internal";
        }
        return message.direction() == Direction.INBOUND ? "inbound" : "outbound";
    }

    /** Which way a message went. */
    public static String wayOf(CaseMessage message) {
        if (message.visibility() == Visibility.INTERNAL) {
            return "Internal note, not for the customer";
        }
        return switch (message.direction()) {
            case INBOUND -> message.automatic() ? "From the customer, written by a machine" : "From the customer";
            case OUTBOUND -> "To the customer";
            case null -> "Message";
        };
    }

    /** How far a letter got; null for all other messages. */
    public static @Nullable String deliveryOf(CaseMessage message) {
        return switch (message.delivery()) {
            case WAITING -> "waits for the mail server";
            case SENT -> "sent";
            case FAILED -> "not delivered";
            case null -> null;
        };
    }

    /** First letter upper case, the rest lower: {@code DUTY_MANAGER} is "Duty manager". */
    public static String of(Enum<?> name) {
        return sentence(name.name());
    }

    public static String sentence(String name) {
        String words = name.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
