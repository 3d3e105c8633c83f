package io.casewright;

import io.casewright.customer.CustomerDirectory;
import io.casewright.plan.application.Plans;
import io.casewright.solution.LearnFromClosedCases;
import io.casewright.solution.LearnFromClosedCases.Result;
import io.casewright.triage.Learning;
import io.casewright.triage.ReadingFigures;
import java.io.PrintStream;
import org.springframework.beans.BeansException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/**
 * {@code casewright.jar learn}: the reader learns from closed cases. A process of its own with the application's settings,
 * so that training takes neither memory nor time from the serving application, and whoever may start it needs no login
 * but the database's.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    HibernateJpaAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
@ComponentScan({
    "io.casewright.calendar",
    "io.casewright.plan.persistence",
    "io.casewright.triage",
    "io.casewright.platform.time"
})
@EntityScan({"io.casewright.casefile.domain", "io.casewright.customer"})
@ConfigurationPropertiesScan("io.casewright.customer")
@EnableJpaRepositories({"io.casewright.casefile.persistence", "io.casewright.customer"})
@Import({LearnFromClosedCases.class, CustomerDirectory.class, Plans.class})
class LearnCommand {

    static final String NAME = "learn";
    private static final String BACK = "--back";
    private static final String USAGE = "Usage: learn [--back]";

    private final LearnFromClosedCases learnFromClosedCases;
    private final Learning learning;

    LearnCommand(LearnFromClosedCases learnFromClosedCases, Learning learning) {
        this.learnFromClosedCases = learnFromClosedCases;
        this.learning = learning;
    }

    /** @return 0 when another reader is in use now, 1 when not, 2 when asked for something else */
    static int main(String[] options, PrintStream out) {
        boolean back = options.length == 1 && options[0].equals(BACK);
        if (options.length > 0 && !back) {
            out.println(USAGE);
            return 2;
        }
        try (var context = new SpringApplicationBuilder(LearnCommand.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                // What goes wrong is told below, in one sentence.
                .properties(
                        "logging.level.root=off",
                        "logging.level.io.casewright=warn",
                        // Else Hibernate asks the database first, and tells only that it did not answer.
                        "spring.jpa.properties.hibernate.dialect=org.hibernate.dialect.MySQLDialect")
                .run()) {
            var command = context.getBean(LearnCommand.class);
            return (back ? command.putBack(out) : command.learn(out)) ? 0 : 1;
        } catch (BeansException | DataAccessException e) {
            out.printf(
                    "Nothing was changed. The database cannot be used: %s. Is it running, is CASEWRIGHT_DB_URL with user and"
                            + " password right, and has the application been started on it once?%n",
                    NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            return 1;
        }
    }

    private boolean learn(PrintStream out) {
        return switch (learnFromClosedCases.learn()) {
            case Result.TooFew few -> {
                out.printf(
                        "Nothing was learned: %d closed cases have a category that an agent confirmed or corrected, at least %d"
                                + " are needed.%n",
                        few.found(), LearnFromClosedCases.LEAST);
                yield false;
            }
            case Result.Learned learned -> tell(learned, out);
        };
    }

    private static boolean tell(Result.Learned learned, PrintStream out) {
        var outcome = learned.outcome();
        out.printf("Learned from the repository's texts and %d closed cases.%n", learned.learnedFrom());
        out.printf("%-44s %-22s %s%n", "categories right", "in use, " + named(outcome.versionBefore()), "learned now");
        row(out, "requests of the repository that are held out", outcome.before(), outcome.learned(), false);
        row(out, "closed cases that are held out", outcome.before(), outcome.learned(), true);
        outcome.version()
                .ifPresentOrElse(
                        version -> out.printf(
                                "In use as version %d; every running application takes it up within half a minute. Back: learn"
                                        + " --back%n",
                                version),
                        () -> out.println("Not taken into use: it is worse than what is in use, which stays."));
        return outcome.version().isPresent();
    }

    private static void row(PrintStream out, String what, ReadingFigures before, ReadingFigures now, boolean own) {
        out.printf("%-44s %-22s %s%n", what, share(before, own), share(now, own));
    }

    private static String share(ReadingFigures figures, boolean own) {
        return own
                ? figures.ownRight() + " of " + figures.ownOf()
                : figures.repositoryRight() + " of " + figures.repositoryOf();
    }

    private boolean putBack(PrintStream out) {
        var withdrawal = learning.putBack();
        withdrawal.ifPresentOrElse(
                each -> out.printf("Version %d is withdrawn; in use is %s.%n", each.withdrawn(), named(each.inUse())),
                () -> out.println(
                        "Nothing was learned that could be withdrawn; in use is what the application ships with."));
        return withdrawal.isPresent();
    }

    private static String named(int version) {
        return version == 0 ? "as shipped" : "version " + version;
    }
}
