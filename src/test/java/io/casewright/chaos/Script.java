package io.casewright.chaos;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.casewright.simulator.MicrosoftSimulator;
import io.casewright.simulator.SimulatedTickets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is to become of a case, and how it comes to that. */
enum Script {
    EXPLAINED(
            "CLOSED",
            "received registered read triaged acknowledged health_checked diagnosed resolved confirmed closed",
            3) {
        @Override
        void play(Life life, MicrosoftSimulator microsoft) {
            open(life, "billing", "minimal");
            life.completes("userTask_DiagnoseCase", diagnosis("billing", Map.of("cause", "our-delivery")));
            explainInvoice(life);
        }
    },

    CALLED_IN(
            "CLOSED",
            "received registered read triaged acknowledged health_checked diagnosed resolved confirmed closed",
            3) {
        @Override
        void play(Life life, MicrosoftSimulator microsoft) {
            life.call(Map.of(
                    "customer", "contoso.example",
                    "contactName", "Omar Haddad",
                    "contactEmail", "finance@contoso.example",
                    "subject", "Invoice lists licences twice " + UUID.randomUUID(),
                    "description", BILLING + UUID.randomUUID(),
                    "severity", "minimal"));
            life.completes("userTask_DiagnoseCase", diagnosis("billing", Map.of("cause", "our-delivery")));
            explainInvoice(life);
        }
    },

    ASKED_AND_REOPENED(
            "DIAGNOSING",
            "received registered read triaged acknowledged health_checked diagnosed asked message_received replied diagnosed"
                    + " resolved rejected reopened health_checked diagnosed resolved confirmed closed"
                    + " reopened registered health_checked",
            5) {
        @Override
        void play(Life life, MicrosoftSimulator microsoft) {
            open(life, "technical", "moderate");
            life.completes(
                    "userTask_DiagnoseCase",
                    diagnosis("technical", Map.of("cause", "unclear", "question", "Which users see it?")));
            life.awaitStatus("WAITING_FOR_CUSTOMER");
            life.writes("Only the sales team");
            instruct(life);
            life.answers(false);
            instruct(life);
            life.answers(true);
            life.awaitStatus("CLOSED");
            life.writes("It is back");
            life.awaitTask("userTask_DiagnoseCase");
        }
    },

    WRITTEN_ABOUT(
            "CLOSED",
            "received registered read triaged acknowledged health_checked message_received message_read diagnosed resolved confirmed closed",
            3) {
        @Override
        void play(Life life, MicrosoftSimulator microsoft) {
            open(life, "technical", "minimal");
            life.awaitTask("userTask_DiagnoseCase");
            life.writes("It is the same in the other building.");
            life.completes("userTask_ReadMessage", Map.of("readingOutcome", "read"));
            instruct(life);
            life.answers(true);
            life.awaitStatus("CLOSED");
        }
    },

    /** How soon work goes on after a fault. */
    PROBE("WITHDRAWN", "received registered read triaged acknowledged health_checked withdrawn", 1) {
        @Override
        void play(Life life, MicrosoftSimulator microsoft) {
            open(life, "technical", "critical");
            life.awaitTask("userTask_DiagnoseCase");
        }
    },

    WITHDRAWN("WITHDRAWN", "received registered read triaged acknowledged health_checked withdrawn", 1) {
        @Override
        void play(Life life, MicrosoftSimulator microsoft) {
            open(life, "technical", "minimal");
            life.awaitTask("userTask_DiagnoseCase");
            life.withdraws();
            life.awaitStatus("WITHDRAWN");
        }
    },

    SUBSCRIBED(
            "CLOSED",
            "received registered read triaged acknowledged health_checked diagnosed resolved confirmed closed",
            3) {
        @Override
        void play(Life life, MicrosoftSimulator microsoft) {
            life.open("adatum.example", "Greta Baumann", request("subscription", "minimal", "Microsoft 365"));
            life.completes("userTask_DiagnoseCase", diagnosis("subscription", Map.of("cause", "our-delivery")));
            life.completes(
                    "userTask_ResolveSubscriptionCase", Map.of("action", "explain", "resolution", "It renews in May."));
            life.answers(true);
            life.awaitStatus("CLOSED");
        }
    },

    AT_MICROSOFT(
            "CLOSED",
            "received registered read triaged acknowledged health_checked diagnosed evidence_added? handed_off ticket_filed"
                    + " ticket_news ticket_answered ticket_news ticket_closed relayed resolved confirmed closed",
            3) {
        @Override
        void play(Life life, MicrosoftSimulator microsoft) {
            var desk = microsoft.azureSupport().tickets();
            life.open("contoso.example", "Ida Toivonen", request("technical", "minimal", "Azure Virtual Machines"));
            handOff(life, "unavailable", Map.of("roleUsed", "Directory Readers"));
            var ticket = life.awaitTicketOrTask(desk, "userTask_FileTicket");
            if (ticket.isEmpty()) {
                life.completes("userTask_FileTicket", Map.of("vendorNumber", "SR-" + UUID.randomUUID()));
                life.completes("userTask_FollowTicket", Map.of("newsKind", "solved", "newsText", "It was mended."));
                relay(life);
                return;
            }
            String reference = ticket.get().reference();
            desk.ask(reference, "Which sizes did you try?");
            life.completes(
                    "userTask_AnswerVendor", Map.of("answerWay", "send", "answerText", "D4s v5 in all three zones."));
            life.awaitNote(desk, "D4s v5 in all three zones.");
            desk.close(reference, "It was mended.");
            relay(life);
        }

        @Override
        SimulatedTickets desk(MicrosoftSimulator microsoft) {
            return microsoft.azureSupport().tickets();
        }
    },

    AT_PROVIDER(
            "CLOSED",
            "received registered read triaged acknowledged health_checked diagnosed evidence_added? handed_off ticket_filed"
                    + " ticket_news ticket_closed relayed resolved confirmed closed",
            3) {
        @Override
        void play(Life life, MicrosoftSimulator microsoft) {
            var desk = microsoft.desk().tickets();
            life.open("fabrikam.example", "Sara Lindqvist", request("technical", "minimal", "SharePoint Online"));
            handOff(life, "unavailable", Map.of("roleUsed", "Service Support Administrator"));
            desk.close(life.awaitTicket(desk).reference(), "It was mended.");
            relay(life);
        }

        @Override
        SimulatedTickets desk(MicrosoftSimulator microsoft) {
            return microsoft.desk().tickets();
        }
    };

    private static final String BILLING =
            "The invoice of October lists our licences twice; please send a corrected one. ";
    private static final Map<String, String> SUBJECTS = Map.of(
            "billing", "Invoice lists licences twice ",
            "subscription", "Please reduce our seats ",
            "technical", "Calendar entries vanish ");
    private static final Map<String, String> DESCRIPTIONS = Map.of(
            "billing", BILLING,
            "subscription", "Please reduce the seats of our subscription at the next renewal. ",
            "technical", "Since today entries vanish from the calendar, in Outlook and on the web. ");

    private final String status;
    private final List<String> timeline;
    private final int letters;

    Script(String status, String timeline, int letters) {
        this.status = status;
        this.timeline = List.of(timeline.split(" "));
        this.letters = letters;
    }

    /** Everything that happens to the case, from its opening to where it is left. */
    abstract void play(Life life, MicrosoftSimulator microsoft);

    /** Where its ticket is; null when it has none. */
    SimulatedTickets desk(MicrosoftSimulator microsoft) {
        return null;
    }

    /** How it stands at the end. */
    String status() {
        return status;
    }

    /** What has happened to it at the end. */
    List<String> timeline() {
        return timeline;
    }

    /** How many letters the customer has. */
    int letters() {
        return letters;
    }

    private static void open(Life life, String category, String severity) {
        life.open("contoso.example", "Ida Toivonen", request(category, severity, "Exchange Online"));
    }

    private static Map<String, Object> request(String category, String severity, String product) {
        return Map.of(
                "subject", SUBJECTS.get(category) + UUID.randomUUID(),
                "description", DESCRIPTIONS.get(category) + UUID.randomUUID(),
                "product", product,
                "category", category,
                "severity", severity);
    }

    private static Map<String, Object> diagnosis(String category, Map<String, Object> more) {
        var answers = new HashMap<String, Object>(Map.of(
                "category", category, "severity", "minimal", "findings", "Found out", "stepsTried", "Another machine"));
        answers.putAll(more);
        return answers;
    }

    private static void explainInvoice(Life life) {
        life.completes(
                "userTask_ResolveBillingCase",
                Map.of("action", "explain-invoice", "resolution", "One is of September."));
        life.answers(true);
        life.awaitStatus("CLOSED");
    }

    private static void instruct(Life life) {
        life.completes("userTask_DiagnoseCase", diagnosis("technical", Map.of("cause", "settings")));
        life.completes(
                "userTask_ResolveTechnicalCase", Map.of("action", "instruct", "resolution", "Reset the profile."));
    }

    private static void handOff(Life life, String fault, Map<String, Object> more) {
        var evidence = new HashMap<String, Object>(Map.ofEntries(
                entry("cause", "service-fault"),
                entry("faultKind", fault),
                entry("impact", "A department cannot work"),
                entry("affectedScope", "All 40 users, checked with three"),
                entry("reproduction", "Open it, wait, read the error")));
        evidence.putAll(more);
        life.completes("userTask_DiagnoseCase", diagnosis("technical", evidence));
        String next = life.awaitTaskOf("userTask_PrepareHandOff", "userTask_CompleteEvidence");
        if (next.equals("userTask_CompleteEvidence")) {
            // Microsoft did not say under which role we looked.
            life.completes(next, Map.of("giveBack", "no", "roleUsed", "Global Reader"));
        }
        life.completes("userTask_PrepareHandOff", Script::ticket);
    }

    /** As it was drafted, and about the first thing that the form offers. */
    private static Map<String, Object> ticket(JsonNode form) {
        var answers = new HashMap<String, Object>(Map.ofEntries(
                entry("roundTheClock", "no"),
                entry("diagnosticsConsent", "yes"),
                entry("partnerContact", "Mikko Salo"),
                entry("partnerContactEmail", "support@partner.example"),
                entry("partnerContactPhone", "+358 9 555 0100"),
                entry("partnerContactHours", "Europe/Helsinki, English")));
        for (String drafted : List.of("ticketTitle", "ticketText", "vendorSeverity")) {
            answers.put(drafted, form.path("data").path(drafted).asText());
        }
        var topic = form.path("data").path("supportTopics").path(0).path("value");
        if (topic.isTextual()) {
            answers.put("supportTopic", topic.asText());
        }
        return answers;
    }

    private static void relay(Life life) {
        life.completes("userTask_RelayToCustomer", Map.of("ticketSolves", "yes", "relayText", "It works again."));
        life.answers(true);
        life.awaitStatus("CLOSED");
    }
}
