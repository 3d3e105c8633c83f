package io.casewright;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.solution.LearnFromClosedCases;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.ClosedCases;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** The command as an operator starts it: a context of its own on the application's database. */
@CasewrightTest
class LearnCommandTests {

    private static final List<String> SETTINGS =
            List.of("spring.datasource.url", "spring.datasource.username", "spring.datasource.password");

    @Autowired
    ClosedCases closedCases;

    @Autowired
    Environment environment;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void pointTheCommandToTheDatabase() {
        closedCases.forgetAll();
        SETTINGS.forEach(each -> System.setProperty(each, environment.getRequiredProperty(each)));
    }

    @AfterEach
    void forget() {
        SETTINGS.forEach(System::clearProperty);
        closedCases.forgetAll();
    }

    @Test
    void saysHowManyCasesItNeeds() {
        assertThat(run()).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .startsWith("Nothing was learned: 0 closed cases")
                .contains("at least " + LearnFromClosedCases.LEAST + " are needed");
    }

    @Test
    void printsBothFiguresAndCanBeUndone() {
        for (int i = 0; i < 40; i++) {
            closedCases.judged("SUBSCRIPTION", "Zorbix " + i, "The zorbix quota for the plonk has to be changed.");
        }
        assertThat(run()).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsPattern("requests of the repository that are held out +\\d+ of \\d+ +\\d+ of \\d+")
                .containsPattern("closed cases that are held out +\\d+ of \\d+ +\\d+ of \\d+")
                .containsPattern("In use as version \\d+;");
        printed.reset();
        assertThat(run("--back")).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .matches("Version \\d+ is withdrawn; in use is as shipped\\.\\s+");
        assertThat(run("--back")).isEqualTo(1);
    }

    @Test
    void saysInOneSentenceWhyTheDatabaseCannotBeUsed() {
        System.setProperty("spring.datasource.password", "wrong");
        assertThat(run()).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("Nothing was changed. The database cannot be used: ")
                .contains("Access denied", "CASEWRIGHT_DB_URL");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(run("--all")).isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("Usage: learn [--back]");
    }

    private int run(String... options) {
        return LearnCommand.main(options, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }
}
