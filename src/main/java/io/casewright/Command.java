package io.casewright;

import java.sql.SQLException;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

/**
 * What commands of the jar have in common: a process of its own with the application's settings, of which it makes only the parts that
 * it needs. It serves nothing, no worker begins, and what it orders is sent by the application.
 */
final class Command {

    /** Parts that begin to work as soon as a program is ready. */
    static final String WORKING = "io\\.casewright\\.(access|desk|intake\\.client|operations|triage)\\..*";

    private Command() {}

    static ConfigurableApplicationContext context(Class<?> command) {
        return new SpringApplicationBuilder(command)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .logStartupInfo(false)
                .properties(
                        "casewright.works=false",
                        "spring.flyway.enabled=false",
                        // What goes wrong is told by the command, in one sentence.
                        "logging.level.root=off",
                        "logging.level.io.casewright=warn",
                        // Else Hibernate asks the database first, and tells only that it did not answer.
                        "spring.jpa.properties.hibernate.dialect=org.hibernate.dialect.MySQLDialect")
                .run();
    }

    /** What to tell a person, as sentences. */
    static String reason(RuntimeException problem) {
        String cause = said(problem);
        return isOfDatabase(problem)
                ? ("The database cannot be used: %s. Is it running, is CASEWRIGHT_DB_URL with user and password right, and has this"
                                + " version of the application been started on it once?")
                        .formatted(cause)
                : "It cannot be done with these settings: %s.".formatted(cause);
    }

    static String said(RuntimeException problem) {
        var cause = NestedExceptionUtils.getMostSpecificCause(problem);
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static boolean isOfDatabase(RuntimeException problem) {
        for (Throwable each = problem; each != null; each = each.getCause()) {
            if (each instanceof SQLException
                    || each instanceof DataAccessException
                    || each instanceof SchemaManagementException) {
                return true;
            }
        }
        return false;
    }
}
