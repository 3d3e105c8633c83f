package io.casewright.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on a real MySQL with the story's customers and a mail server; only the process engine is replaced, by one that
 * records what it is told. One context serves all tests, so each makes its own cases.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "casewright.service-health.read-every=PT0S",
            // The login server of the tests has its own.
            "spring.autoconfigure.exclude=org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerAutoConfiguration,"
                    + "org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerJwtAutoConfiguration",
            // Letters go out at once.
            "casewright.casefile.take-back-time=PT0S",
            // Tests poll when they mean to.
            "casewright.handoff.poll-every=PT1H"
        })
@AutoConfigureMockMvc
@ActiveProfiles("local")
@ContextConfiguration(initializers = {TestDatabase.class, TestMailServer.class, TestMicrosoft.class, TestLogin.class})
@Import({
    RecordingEngine.class,
    CaseDesk.class,
    CaseWitness.class,
    ClosedCases.class,
    HoursDesk.class,
    LateCases.class,
    MailSlot.class,
    OperationsDesk.class,
    PlanDesk.class,
    StatementDesk.class
})
public @interface CasewrightTest {}
