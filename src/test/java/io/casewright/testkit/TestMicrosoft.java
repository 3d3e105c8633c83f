package io.casewright.testkit;

import io.casewright.simulator.MicrosoftSimulator;
import io.casewright.simulator.Tokens;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points a test context at a simulated Microsoft, started once for all tests of a run, which tests find as {@link MicrosoftSimulator}. */
public class TestMicrosoft implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private final MicrosoftSimulator simulator;

    public TestMicrosoft() {
        this(Server.SIMULATOR);
    }

    private TestMicrosoft(MicrosoftSimulator simulator) {
        this.simulator = simulator;
    }

    /** For a context with cases of its own, whose numbers are those of others' as well. */
    public static TestMicrosoft ofItsOwn() {
        return new TestMicrosoft(MicrosoftSimulator.start(0));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(settings(simulator.address())).applyTo(context);
        context.getBeanFactory().registerSingleton("microsoftSimulator", simulator);
    }

    /** The application's settings for a simulator at this address. */
    public static List<String> settings(String address) {
        return List.of(
                "casewright.microsoft.partner-tenant=" + Tokens.PARTNER_TENANT,
                "casewright.microsoft.client-id=" + Tokens.CLIENT_ID,
                "casewright.microsoft.client-secret=" + Tokens.CLIENT_SECRET,
                "casewright.microsoft.refresh-token=" + Tokens.REFRESH_TOKEN,
                "casewright.microsoft.login=" + address,
                "casewright.microsoft.graph=" + address,
                "casewright.microsoft.partner-center=" + address,
                "casewright.microsoft.azure=" + address,
                "casewright.invoice.file-hosts=127.0.0.1",
                "casewright.microsoft.first-pause=PT0.01S",
                "casewright.microsoft.circuit-open=PT0.1S");
    }

    private static final class Server {

        private static final MicrosoftSimulator SIMULATOR = MicrosoftSimulator.start(0);

        static {
            SpringApplication.getShutdownHandlers().add(SIMULATOR::close);
        }
    }
}
