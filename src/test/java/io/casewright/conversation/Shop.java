package io.casewright.conversation;

import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Clock;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.casewright.CasewrightApplication;
import io.casewright.access.Person;
import io.casewright.access.Role;
import io.casewright.conversation.EngineSight.Leaf;
import io.casewright.desk.application.ReadTaskForm;
import io.casewright.engine.LocalEngine;
import io.casewright.handoff.application.FollowTickets;
import io.casewright.localstack.LocalStack;
import io.casewright.localstack.MySqlServer;
import io.casewright.localstack.StackSettings;
import io.casewright.simulator.HealthSimulator.Issue;
import io.casewright.simulator.MicrosoftSimulator;
import io.casewright.simulator.Tokens;
import io.casewright.task.Task;
import io.casewright.task.Tasks;
import io.casewright.testkit.TestLogin;
import io.casewright.testkit.TestMailServer;
import io.casewright.testkit.TestMicrosoft;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole application with the embedded engine, its models as they are, a MySQL of its own, and one clock for all that is moved by hand. */
final class Shop implements AutoCloseable {

    /** What cases can wait for together: one will be over, the other turn out to be none. */
    static final List<String> ISSUES = List.of("EX990001", "SP990002");

    private static final Person READER = new Person("reader", "Reader", Set.of(Role.AGENT), Set.of());
    private static final Words MICROSOFT = new Words(0);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);
    private static final Duration PAUSE_OF_A_DESK = Duration.ofSeconds(5);
    private static final Duration CLOCK_STEP = Duration.ofHours(6);
    private static final int LOOKS_AT_REST = 2;
    private static final int LOOKS_AFTER_A_STEP = 8;
    private static final String NEVER = "P3650D";

    private final Map<String, Set<String>> shown = new ConcurrentHashMap<>();
    private final StandingClock clock = StandingClock.atNextMonday();
    private final EngineSight sight = new EngineSight();
    private volatile int timesPassed;
    private final LocalStack stack;
    private final LocalEngine engine;
    private final ConfigurableApplicationContext application;

    Shop(Path folder) {
        stack = LocalStack.startDatabase(StackSettings.besideOthers(Path.of("target", "conversation-database")));
        engine = LocalEngine.start(folder, sight);
        engine.increaseTime(Duration.between(Instant.now(), clock.instant()));
        application = new SpringApplicationBuilder(CasewrightApplication.class)
                .profiles("local")
                .initializers(new TestMailServer(), TestMicrosoft.ofItsOwn(), new TestLogin(), this::setClocks)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.datasource.url=" + stack.databaseUrl(),
                        "--spring.datasource.username=" + MySqlServer.USER,
                        "--spring.datasource.password=" + MySqlServer.PASSWORD,
                        "--spring.flyway.locations=classpath:db/migration,classpath:db/story",
                        "--camunda.client.grpc-address=" + engine.grpcAddress(),
                        "--camunda.client.rest-address=" + engine.restAddress(),
                        "--casewright.engine.name=conversations",
                        // Letters go out at once.
                        "--casewright.casefile.take-back-time=PT0S",
                        "--casewright.service-health.read-every=PT0S",
                        "--casewright.audit.every=" + NEVER,
                        "--casewright.handoff.poll-every=" + NEVER,
                        "--casewright.delegated-access.check-every=PT3H",
                        "--casewright.handoff.desk-api.url=${casewright.microsoft.graph}/desk",
                        "--casewright.handoff.desk-api.token=" + Tokens.DESK_TOKEN,
                        // Conversations have nothing to do with each other.
                        "--casewright.major-case.customers=1000",
                        "--spring.autoconfigure.exclude="
                                + "org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerAutoConfiguration,"
                                + "org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerJwtAutoConfiguration");
        var health = microsoft().health();
        health.publish(
                Issue.of(ISSUES.getFirst(), "Exchange Online", "Mail flow", "Mail is delayed", "Mail leaves late."));
        health.publish(
                Issue.of(ISSUES.getLast(), "SharePoint Online", "Lists", "Dates are wrong", "Dates shift by a day."));
        await("models").atMost(PATIENCE).until(sight::hasModels);
        settle();
    }

    /** Deliveries that are to be tried a second later need a clock that goes on. */
    private void setClocks(ConfigurableApplicationContext context) {
        long start = System.nanoTime();
        Clock goingOn = () -> clock.instant().plusNanos(System.nanoTime() - start);
        var beans = (GenericApplicationContext) context;
        beans.registerBean("standingClock", java.time.Clock.class, () -> clock, bean -> bean.setPrimary(true));
        beans.registerBean("goingOnClock", Clock.class, () -> goingOn);
    }

    <T> T get(Class<T> part) {
        return application.getBean(part);
    }

    JdbcClient database() {
        return get(JdbcClient.class);
    }

    MicrosoftSimulator microsoft() {
        return get(MicrosoftSimulator.class);
    }

    EngineSight sight() {
        return sight;
    }

    /** Whether an open task of the case shows the word to whoever does it. */
    boolean isInOpenTask(String mark, String caseNumber) {
        return sight.instancesOf(caseNumber).stream().anyMatch(instance -> {
            var names = sight.namesOf(mark, instance);
            return !names.isEmpty()
                    && sight.leavesOf(instance).stream()
                            .filter(leaf -> leaf.type() == BpmnElementType.USER_TASK)
                            .anyMatch(leaf -> !Collections.disjoint(names, shownAt(leaf, caseNumber)));
        });
    }

    private Set<String> shownAt(Leaf leaf, String caseNumber) {
        return shown.computeIfAbsent(
                leaf.elementId(),
                element -> get(Tasks.class).openOfCase(caseNumber).stream()
                        .filter(task -> task.elementInstanceKey() == leaf.key())
                        .map(task -> get(ReadTaskForm.class).read(task.id(), READER))
                        .map(form -> FilledForm.keysOf(form.schema()))
                        .findFirst()
                        .orElseThrow());
    }

    /** The open tasks of the case, by the keys of the elements at which its processes stand. */
    List<Long> openTasks(String caseNumber) {
        return get(Tasks.class).openOfCase(caseNumber).stream()
                .map(Task::elementInstanceKey)
                .toList();
    }

    /** Hears from the vendors' desks what is new there; a desk that gave no answer in time is asked again after its pause. */
    void askVendors() {
        await("every desk's answer").atMost(PATIENCE).pollInterval(LOOK_EVERY).until(() -> {
            var counts = get(FollowTickets.class).pollOnce();
            boolean all = counts.troubles() == 0 && counts.tenantsWaiting() == 0;
            if (!all) {
                pass(PAUSE_OF_A_DESK);
            }
            return all;
        });
        settle();
    }

    /** What is written next is not written in the instant in which a desk may have been looked at: it tells by the time what is new. */
    void aMomentLater() {
        pass(Duration.ofSeconds(1));
    }

    private void pass(Duration time) {
        clock.pass(time);
        engine.increaseTime(time);
    }

    /** Microsoft writes about the issues, in its own words. */
    void issuesGoOn() {
        ISSUES.forEach(issue -> microsoft().health().post(issue, "<p>We deploy " + MICROSOFT.ofVendor() + ".</p>"));
    }

    void issuesEnd() {
        microsoft().health().change(ISSUES.getFirst(), "serviceRestored");
        microsoft().health().change(ISSUES.getLast(), "FalsePositive");
    }

    /** How often time has passed. */
    int timesPassed() {
        return timesPassed;
    }

    /** In small steps, since a big one can pass over a timer. */
    void letPass(Duration time) {
        settle();
        timesPassed += time.isPositive() ? 1 : 0;
        for (Duration left = time; left.isPositive(); left = left.minus(CLOCK_STEP)) {
            var step = left.compareTo(CLOCK_STEP) < 0 ? left : CLOCK_STEP;
            pass(step);
            settle(LOOKS_AFTER_A_STEP);
        }
    }

    /** Until all that application and engine do by themselves is done. */
    void settle() {
        settle(LOOKS_AT_REST);
    }

    private void settle(int looks) {
        int[] quiet = {0};
        long[] position = {-1};
        await("all at rest")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK_EVERY)
                .until(() -> {
                    quiet[0] = isAtRest(position[0]) ? quiet[0] + 1 : 0;
                    position[0] = engine.position();
                    return quiet[0] >= looks;
                });
    }

    private boolean isAtRest(long position) {
        return sight.owesNothing() && isAllDelivered() && engine.isIdle() && engine.position() == position;
    }

    /** Letters leave by themselves; what is to be asked or looked at in days waits for its time, and is done when that has come. */
    private boolean isAllDelivered() {
        return database()
                .sql("SELECT NOT EXISTS (SELECT 1 FROM scheduled_tasks"
                        + " WHERE task_instance <> 'recurring' AND task_name <> 'customer-mail'"
                        + " AND NOT (task_name IN ('promise-wake-up', 'satisfaction-survey') AND execution_time > ?))")
                .param(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    @Override
    public void close() {
        microsoft().close();
        application.close();
        engine.close();
        stack.close();
    }
}
