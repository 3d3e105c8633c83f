package io.casewright.bench;

import io.casewright.CasewrightApplication;
import io.casewright.handoff.application.FollowTickets;
import io.casewright.localstack.LocalStack;
import io.casewright.localstack.MySqlServer;
import io.casewright.localstack.StackSettings;
import io.casewright.simulator.MicrosoftSimulator;
import io.casewright.simulator.SimulatedTickets;
import io.casewright.simulator.SimulatedTickets.Ticket;
import io.casewright.testkit.TestMicrosoft;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long it takes to ask about 1,000 open tickets of 200 tenants, against the simulator and a database of its own: the first
 * time, when every ticket is read; while little is new; and with a limit of calls a minute.
 */
final class PollBench {

    private static final int TICKETS = 1000;
    private static final int TENANTS = 200;
    private static final int CHANGED = 100;
    /** Fewer than one poll makes. Microsoft names no number for service requests; for subscriptions it is 500. */
    private static final int CALLS_PER_MINUTE = 250;

    private PollBench() {}

    public static void main(String[] arguments) {
        Path home = Path.of("target", "bench", "poll-" + ProcessHandle.current().pid())
                .toAbsolutePath();
        try (var stack = LocalStack.startDatabase(StackSettings.besideOthers(home));
                var microsoft = MicrosoftSimulator.start(0);
                var application = application(stack, microsoft)) {
            measure(microsoft, application);
        }
        // The engine's client keeps trying to reach the engine that is not there.
        System.exit(0);
    }

    private static ConfigurableApplicationContext application(LocalStack stack, MicrosoftSimulator microsoft) {
        var properties = new ArrayList<>(TestMicrosoft.settings(microsoft.address()));
        properties.addAll(List.of(
                "spring.profiles.active=local",
                "server.port=0",
                "management.server.port=0",
                "spring.datasource.url=" + stack.databaseUrl(),
                "spring.datasource.username=" + MySqlServer.USER,
                "spring.datasource.password=" + MySqlServer.PASSWORD,
                "spring.flyway.locations=classpath:db/migration,classpath:db/story",
                "camunda.client.grpc-address=http://127.0.0.1:1",
                "camunda.client.rest-address=http://127.0.0.1:1",
                "casewright.handoff.poll-every=PT24H",
                "logging.level.root=error"));
        return new SpringApplicationBuilder(CasewrightApplication.class)
                .run(properties.stream().map(each -> "--" + each).toArray(String[]::new));
    }

    private static void measure(MicrosoftSimulator microsoft, ConfigurableApplicationContext application) {
        var tickets = microsoft.serviceRequests().tickets();
        var poll = application.getBean(FollowTickets.class);
        keep(new JdbcTemplate(application.getBean(javax.sql.DataSource.class)), tickets.seed(TICKETS, TENANTS));
        row("first poll, every ticket is read", poll, "< 60");
        row("nothing new", poll, "< 60");
        write(tickets, 0);
        row("%d tickets have a new note".formatted(CHANGED), poll, "< 60");
        row("nothing new", poll, "< 60");
        tickets.odd(tickets.oddities().withCallsPerMinute(CALLS_PER_MINUTE));
        write(tickets, CHANGED);
        row("%d new notes, %d calls a minute allowed".formatted(CHANGED, CALLS_PER_MINUTE), poll, "< 60");
        row("again at once", poll, "< 60");
        System.out.printf("calls that were made too early and refused: %d%n", tickets.refusedCalls());
        tickets.usual();
    }

    private static void write(SimulatedTickets tickets, int from) {
        tickets.all().stream()
                .skip(from)
                .limit(CHANGED)
                .forEach(ticket -> tickets.note(ticket.id(), "We look into it."));
    }

    private static void keep(JdbcTemplate database, List<Ticket> tickets) {
        var cases = new ArrayList<Object[]>();
        var handOffs = new ArrayList<Object[]>();
        var twins = new ArrayList<Object[]>();
        for (int i = 0; i < tickets.size(); i++) {
            Ticket ticket = tickets.get(i);
            String number = ticket.reference().substring(0, ticket.reference().length() - "-T1".length());
            cases.add(new Object[] {100_000 + i, number, "bench-" + i, "%064d".formatted(i)});
            handOffs.add(new Object[] {100_000 + i, number, ticket.reference(), "bench-" + i});
            twins.add(new Object[] {100_000 + i, 100_000 + i, ticket.tenant(), ticket.id()});
        }
        database.batchUpdate("""
                INSERT INTO support_case (id, version, number, status, channel, customer_id, contact_id, subject,
                  description, severity, locale, received_at, intake_key, intake_fingerprint)
                VALUES (?, 0, ?, 'HANDED_OFF', 'API', 1, 1, '', '', 'MINIMAL', 'en', UTC_TIMESTAMP(), ?, ?)""", cases);
        database.batchUpdate("""
                INSERT INTO hand_off (id, case_number, reference, step_key, target, channel, title, text, severity,
                  round_the_clock, diagnostics_consent, contact_name, contact_email, contact_phone, contact_hours,
                  prepared_at)
                VALUES (?, ?, ?, ?, 'MICROSOFT', 'PARTNER_CENTER', '', '', 'MINIMAL', FALSE, FALSE, '', '', '', '',
                  UTC_TIMESTAMP())""", handOffs);
        database.batchUpdate("""
                INSERT INTO vendor_ticket (id, version, hand_off_id, target, channel, tenant_id, vendor_number, state,
                  watched, opened_at)
                VALUES (?, 0, ?, 'MICROSOFT', 'PARTNER_CENTER', ?, ?, 'OPEN', TRUE, UTC_TIMESTAMP())""", twins);
    }

    private static void row(String what, FollowTickets poll, String wanted) {
        long begin = System.nanoTime();
        var counts = poll.pollOnce();
        System.out.printf(
                Locale.ROOT,
                "poll of %d tickets, %d tenants: %-42s %6.1f s  %-5s %4d tenants asked, %4d waiting, %4d tickets read, %3d new notes, %d troubles%n",
                TICKETS,
                TENANTS,
                what,
                (System.nanoTime() - begin) / 1e9,
                wanted,
                counts.tenantsAsked(),
                counts.tenantsWaiting(),
                counts.ticketsLookedAt(),
                counts.notesNew(),
                counts.troubles());
    }
}
