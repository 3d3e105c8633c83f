package io.casewright.testkit;

import io.casewright.localstack.LocalStack;
import io.casewright.localstack.MySqlServer;
import io.casewright.localstack.StackSettings;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points a test context at a real MySQL, started once for all tests of a JVM and ended with it. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + Server.STACK.databaseUrl(),
                        "spring.datasource.username=" + MySqlServer.USER,
                        "spring.datasource.password=" + MySqlServer.PASSWORD,
                        "spring.flyway.locations=classpath:db/migration,classpath:db/story")
                .applyTo(context);
    }

    private static final class Server {

        private static final LocalStack STACK = LocalStack.startDatabase(
                StackSettings.besideOthers(Path.of("target", "test-database-" + System.getProperty("test.fork", "1"))));

        static {
            // After the last context is closed, which still talks to the database.
            SpringApplication.getShutdownHandlers().add(STACK::close);
        }
    }
}
