package io.casewright.minutes.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it was, one fact after the other. Times are whole seconds. A fact that is said to have happened before the one ahead of it, since
 * a machine's clock was put back, counts as happening with it.
 */
final class Turns {

    private record Ticket(boolean isFiled, boolean waitsForUs, Owner vendor) {}

    private record Whose(
            @Nullable Owner owner, Reason reason, @Nullable String subject) {

        private static final Whose OURS = new Whose(null, Reason.WORK, null);
    }

    private final List<Turn> turns = new ArrayList<>();
    private final Map<String, Ticket> tickets = new LinkedHashMap<>();
    private Fact.What standing = Fact.What.OURS;
    private @Nullable String issue;
    private boolean isHeard = true;
    private Instant reached = Instant.MIN;

    private Turns() {}

    /**
     * The turns from the first fact to an instant. Between an end and a reopening it was nobody's, so there is a gap.
     *
     * @param facts as they were kept
     */
    static List<Turn> of(List<Fact> facts, Instant until) {
        var turns = new Turns();
        facts.forEach(turns::take);
        turns.reach(until);
        return turns.turns;
    }

    private void take(Fact fact) {
        if (reached.equals(Instant.MIN)) {
            reached = fact.at().truncatedTo(ChronoUnit.SECONDS);
        }
        reach(fact.at());
        switch (fact.what()) {
            case TICKET_TO_FILE -> put(fact, new Ticket(false, true, vendorOf(fact)));
            case TICKET_THEIRS -> put(fact, new Ticket(true, false, vendorOf(fact)));
            case TICKET_OURS -> put(fact, new Ticket(true, true, vendorOf(fact)));
            case TICKET_ENDED -> tickets.remove(String.valueOf(fact.subject()));
            case CUSTOMER_WROTE -> isHeard = false;
            case CUSTOMER_HEARD -> isHeard = true;
            case ISSUE_TAKEN_BACK -> {
                turns.replaceAll(turn -> turn.waitedWith(fact.subject()) ? turn.takenBack() : turn);
                stand(Fact.What.OURS, fact);
            }
            default -> stand(fact.what(), fact);
        }
    }

    private void put(Fact fact, Ticket ticket) {
        tickets.put(String.valueOf(fact.subject()), ticket);
    }

    private static Owner vendorOf(Fact fact) {
        return Objects.requireNonNull(fact.vendor(), "a ticket is somewhere");
    }

    private void stand(Fact.What what, Fact fact) {
        standing = what;
        issue = fact.subject();
        isHeard = true;
    }

    private void reach(Instant at) {
        var to = at.truncatedTo(ChronoUnit.SECONDS);
        if (!to.isAfter(reached)) {
            return;
        }
        if (standing != Fact.What.ENDED) {
            var whose = whose();
            turns.add(new Turn(reached, to, whose.owner(), whose.reason(), whose.subject()));
        }
        reached = to;
    }

    private Whose whose() {
        return switch (standing) {
            case QUESTION_ASKED -> customers(Reason.QUESTION);
            case CONSENT_ASKED -> customers(Reason.CONSENT);
            case CONFIRMATION_ASKED -> customers(Reason.CONFIRMATION);
            case ISSUE_AWAITED -> new Whose(Owner.MICROSOFT, Reason.KNOWN_ISSUE, issue);
            case HANDED_OFF -> ofTickets();
            default -> Whose.OURS;
        };
    }

    private Whose customers(Reason reason) {
        return isHeard ? new Whose(Owner.CUSTOMER, reason, null) : new Whose(null, Reason.CUSTOMER_WROTE, null);
    }

    /** As long as one of them waits for us, it is our turn; without one we have still to make it. */
    private Whose ofTickets() {
        var whose = Whose.OURS;
        for (var each : tickets.entrySet()) {
            var ticket = each.getValue();
            if (ticket.waitsForUs()) {
                return new Whose(
                        null, ticket.isFiled() ? Reason.TICKET_WAITS_FOR_US : Reason.TICKET_TO_FILE, each.getKey());
            }
            whose = new Whose(ticket.vendor(), Reason.TICKET, each.getKey());
        }
        return whose;
    }
}
