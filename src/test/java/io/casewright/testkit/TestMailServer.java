package io.casewright.testkit;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points a test context at a mail server, started once for all tests of a run, which tests find as {@link MailRoom}. */
public class TestMailServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("spring.mail.host=127.0.0.1", "spring.mail.port=" + Server.ROOM.port())
                .applyTo(context);
        context.getBeanFactory().registerSingleton("mailRoom", Server.ROOM);
    }

    private static final class Server {

        private static final MailRoom ROOM = new MailRoom();

        static {
            ROOM.start();
            SpringApplication.getShutdownHandlers().add(ROOM::stop);
        }
    }
}
