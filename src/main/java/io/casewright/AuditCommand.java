package io.casewright;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import io.casewright.audit.AuditEngine;
import io.casewright.platform.engine.EngineSilent;
import io.casewright.platform.engine.audit.Finding;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * {@code casewright.jar audit}: compares what MySQL holds with what the engine carries, and with {@code --repair} mends what can be mended
 * without harm. A process of its own beside the running application, which sends what the repair orders.
 */
@EnableAutoConfiguration
@ConfigurationPropertiesScan
@ComponentScan(
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @ComponentScan.Filter(
                    type = FilterType.ASSIGNABLE_TYPE,
                    classes = {CasewrightApplication.class, ReseatCommand.class}),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = Command.WORKING)
        })
class AuditCommand {

    static final String NAME = "audit";
    private static final String REPAIR = "--repair";
    private static final String USAGE = "Usage: audit [--repair]";

    private static final int LOOKS = 6;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final AuditEngine audit;

    AuditCommand(AuditEngine audit) {
        this.audit = audit;
    }

    /** What is written into the outbox here is sent by the application. */
    @Bean
    static DbSchedulerStarter nothingIsSent() {
        return () -> {};
    }

    /** @return 0 when both see the same, 1 when not or when that cannot be told, 2 when asked for something else */
    static int main(String[] options, PrintStream out) {
        boolean repairs = options.length == 1 && options[0].equals(REPAIR);
        if (options.length > 0 && !repairs) {
            out.println(USAGE);
            return 2;
        }
        try (var context = Command.context(AuditCommand.class)) {
            return context.getBean(AuditCommand.class).run(repairs, out);
        } catch (EngineSilent e) {
            out.println(e.getMessage());
        } catch (RuntimeException e) {
            out.println(Command.reason(e));
        }
        return 1;
    }

    private int run(boolean repairs, PrintStream out) {
        var findings = seenTwice();
        if (findings.isEmpty()) {
            out.println("MySQL and the engine see the same.");
            return 0;
        }
        findings.forEach(finding -> out.printf("%s %s. %s%n", finding.subject(), finding.words(), finding.remedy()));
        long repairable = findings.stream().filter(Finding::isRepairable).count();
        if (!repairs) {
            out.printf(
                    "%d found; %d of them are mended by --repair. Nothing was changed.%n", findings.size(), repairable);
            return 1;
        }
        int repaired = audit.repair(findings);
        out.printf("%d found, %d mended.%n", findings.size(), repaired);
        return repaired == findings.size() ? 0 : 1;
    }

    /** What was on its way at the first look has arrived at a later one. */
    private List<Finding> seenTwice() {
        var first = audit.look();
        return first.isEmpty()
                ? first
                : Retry.of(
                                "looks",
                                RetryConfig.<List<Finding>>custom()
                                        .maxAttempts(LOOKS)
                                        .waitDuration(BETWEEN_LOOKS)
                                        .retryOnResult(found -> !found.isEmpty())
                                        .retryOnException(failure -> false)
                                        .build())
                        .executeSupplier(() -> again(first));
    }

    private List<Finding> again(List<Finding> first) {
        return audit.look().stream()
                .filter(finding -> first.stream().anyMatch(finding::isSame))
                .toList();
    }
}
