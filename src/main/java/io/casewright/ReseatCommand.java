package io.casewright;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import io.casewright.platform.engine.EngineUnusable;
import io.casewright.platform.engine.NamedEngine;
import io.casewright.platform.engine.ProcessModels;
import io.casewright.reseat.EngineNotEmpty;
import io.casewright.reseat.Reseat;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Scanner;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * {@code casewright.jar reseat}: sets all that is open going again in an engine that is empty. A process of its own with the
 * application's settings, of which it makes only the parts that it needs: it serves nothing, no worker begins and nothing is
 * sent. The application does that when it starts afterwards.
 */
@EnableAutoConfiguration
@ConfigurationPropertiesScan
@ComponentScan(
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @ComponentScan.Filter(
                    type = FilterType.ASSIGNABLE_TYPE,
                    classes = {CasewrightApplication.class, AuditCommand.class}),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = Command.WORKING)
        })
class ReseatCommand {

    static final String NAME = "reseat";
    private static final String YES = "--yes";
    private static final String USAGE = "Usage: reseat [--yes]";

    private final NamedEngine engine;
    private final Reseat reseat;
    private final ProcessModels models;
    private final String engineName;
    private final String database;

    ReseatCommand(
            NamedEngine engine,
            Reseat reseat,
            ProcessModels models,
            @Value("${casewright.engine.name:}") String engineName,
            @Value("${spring.datasource.url}") String database) {
        this.engine = engine;
        this.reseat = reseat;
        this.models = models;
        this.engineName = engineName;
        this.database = database;
    }

    /** What is written into the outbox here is sent by the application. */
    @Bean
    static DbSchedulerStarter nothingIsSent() {
        return () -> {};
    }

    /** @return 0 when all that is open goes on, 1 when not, 2 when asked for something else */
    static int main(String[] options, InputStream typed, PrintStream out) {
        boolean agreed = options.length == 1 && options[0].equals(YES);
        if (options.length > 0 && !agreed) {
            out.println(USAGE);
            return 2;
        }
        try (var context = Command.context(ReseatCommand.class)) {
            var command = context.getBean(ReseatCommand.class);
            command.show(out);
            if (!agreed && !isAgreed(typed, out)) {
                return 1;
            }
            command.engine.deployModels();
            return command.run(out) ? 0 : 1;
        } catch (EngineNotEmpty e) {
            out.println(e.getMessage());
        } catch (EngineUnusable e) {
            out.printf("Nothing was changed. %s%n", e.getMessage());
        } catch (RuntimeException e) {
            out.printf("Nothing was changed. %s%n", Command.reason(e));
        }
        return 1;
    }

    private void show(PrintStream out) {
        out.println("""
                Sets everything that is open going again in an engine that has lost it. Stop every running Casewright application
                first: one that works meanwhile does things a second time.
                """);
        var open = reseat.wouldGoOn();
        String version = engine.version();
        int running = reseat.unknownInEngine();
        if (running > 0) {
            throw new EngineNotEmpty(running);
        }
        out.printf("Engine      %s, version %s, empty%n", engine.address(), version);
        // What follows may hold a password.
        out.printf("Database    %s%n", database.replaceFirst("\\?.*", ""));
        out.println(open.isEmpty() ? "To go on    nothing" : "To go on");
        table(open, out);
    }

    private void table(Map<String, Integer> processes, PrintStream out) {
        processes.forEach((process, number) -> out.printf("  %7d   %s%n", number, named(process)));
    }

    private String named(String process) {
        return models.find(process)
                .map(model -> model.labels().getOrDefault(process, process))
                .orElse(process);
    }

    static boolean isAgreed(InputStream typed, PrintStream out) {
        out.print("Type yes to set them going: ");
        out.flush();
        var lines = new Scanner(typed, Charset.defaultCharset());
        if (!lines.hasNextLine()) {
            out.printf("%nNothing was changed, since nobody answered. Without a terminal say --yes.%n");
            return false;
        }
        boolean agreed = lines.nextLine().strip().equals("yes");
        if (!agreed) {
            out.println("Nothing was changed.");
        }
        return agreed;
    }

    private boolean run(PrintStream out) {
        Reseat.Report report;
        try {
            report = reseat.run(engineName.isEmpty() ? null : engineName);
        } catch (EngineNotEmpty e) {
            throw e;
        } catch (RuntimeException e) {
            out.printf(
                    "It broke off: %s. See to that and give the command again before an application is started; it goes on from there.%n",
                    Command.said(e));
            return false;
        }
        out.println("Goes on:");
        table(report.going(), out);
        if (report.starting() > 0) {
            out.printf("  %7d   begin as soon as the application sends what waits for the engine%n", report.starting());
        }
        if (report.notPlaced().isEmpty()) {
            out.println("All that is open goes on. Start the application now.");
            return true;
        }
        out.println("Could not be placed, so that no process carries it:");
        report.notPlaced().forEach(each -> out.printf("  %s%n", each));
        out.println(
                "Everything else goes on. Start the application now; docs/operating.md says what to do with these.");
        return false;
    }
}
