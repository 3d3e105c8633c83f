package io.casewright.contract;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.camunda.client.spring.properties.CamundaClientProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Secrets come by the environment or as files, and settings never tell them. */
class SecretSettingsTests {

    private static final Pattern SOUNDS_SECRET = Pattern.compile("CASEWRIGHT_[A-Z_]*(PASSWORD|SECRET|TOKEN|KEY)\\b");

    /** Each secret with the property that it becomes. */
    private static final Map<String, String> SECRETS = Map.ofEntries(
            entry("CASEWRIGHT_DB_PASSWORD", "spring.datasource.password"),
            entry("CASEWRIGHT_ENGINE_PASSWORD", "camunda.client.auth.password"),
            entry("CASEWRIGHT_ENGINE_CLIENT_SECRET", "camunda.client.auth.client-secret"),
            entry("CASEWRIGHT_OIDC_CLIENT_SECRET", "casewright.access.client-secret"),
            entry("CASEWRIGHT_MAIL_PASSWORD", "spring.mail.password"),
            entry("CASEWRIGHT_INTAKE_MAILBOX_PASSWORD", "casewright.intake.mailbox.password"),
            entry("CASEWRIGHT_INTAKE_MAILBOX_OAUTH_CLIENT_SECRET", "casewright.intake.mailbox.oauth.client-secret"),
            entry("CASEWRIGHT_HANDOFF_MAILBOX_PASSWORD", "casewright.handoff.mailbox.password"),
            entry("CASEWRIGHT_HANDOFF_DESK_API_TOKEN", "casewright.handoff.desk-api.token"),
            entry("CASEWRIGHT_ON_CALL_HOOK_SECRET", "casewright.on-call.hook.secret"),
            entry("CASEWRIGHT_MICROSOFT_CLIENT_SECRET", "casewright.microsoft.client-secret"),
            entry("CASEWRIGHT_MICROSOFT_REFRESH_TOKEN", "casewright.microsoft.refresh-token"),
            entry("CASEWRIGHT_MICROSOFT_TOKEN_KEY", "casewright.microsoft.token-key"));

    /** What the settings refuse to do without. */
    private static final Map<String, Object> NEEDED = Map.of(
            "CASEWRIGHT_OIDC_ISSUER", "https://login.partner.example",
            "CASEWRIGHT_MAIL_FROM", "support@partner.example",
            "CASEWRIGHT_MICROSOFT_PARTNER_TENANT", "9a0c1d2e-3f40-4a5b-8c6d-7e8f9a0b1c2d",
            "CASEWRIGHT_MICROSOFT_CLIENT_ID", "c0ffee00-1111-4222-8333-444455556666");

    @TempDir
    private Path folder;

    @BeforeEach
    void keepEachSecretAsAFile() throws IOException {
        for (String name : SECRETS.keySet()) {
            // As an editor leaves it, with a line break.
            Files.writeString(folder.resolve(name), valueOf(name) + "\n");
        }
    }

    @Test
    void eachSecretIsReadFromAFile() {
        var environment = started(Map.of());

        SECRETS.forEach((name, property) ->
                assertThat(environment.getProperty(property)).as(property).isEqualTo(valueOf(name)));
    }

    @Test
    void aVariableWinsOverAFile() {
        var environment = started(Map.of("CASEWRIGHT_MAIL_PASSWORD", "from the environment"));

        assertThat(environment.getProperty("spring.mail.password")).isEqualTo("from the environment");
    }

    @Test
    void withoutSuchAFolderTheApplicationStartsToo() {
        var environment =
                started(Map.of("CASEWRIGHT_SECRETS", folder.resolve("nowhere").toString()));

        assertThat(environment.getProperty("spring.mail.password")).isEmpty();
    }

    @Test
    void everySettingThatSoundsSecretIsOneAndIsDescribedAsOne() throws IOException {
        String settings = Files.readString(Path.of("src", "main", "resources", "application.yaml"));
        assertThat(namesIn(settings)).containsExactlyInAnyOrderElementsOf(SECRETS.keySet());
        String section = Files.readString(Path.of("docs", "operating.md"))
                .split("\n## Secrets\n")[1]
                .split("\n## ")[0];
        assertThat(namesIn(section)).containsExactlyInAnyOrderElementsOf(SECRETS.keySet());
    }

    @Test
    void settingsDoNotTellTheirSecrets() throws ClassNotFoundException {
        var binder = Binder.get(started(Map.of()));
        var told = new ArrayList<String>();
        for (Class<?> settings : settingsOfTheApplication()) {
            String prefix =
                    settings.getAnnotation(ConfigurationProperties.class).value();
            told.add(binder.bindOrCreate(prefix, settings).toString());
        }
        told.add(binder.bindOrCreate("camunda.client", CamundaClientProperties.class)
                .toString());

        assertThat(told).hasSizeGreaterThan(10).anyMatch(each -> each.contains("clientSecret=set, not told"));
        assertThat(told).noneMatch(SecretSettingsTests::tellsASecret);
    }

    @Test
    void readingThemTellsNothingInTheLog() {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        root.setLevel(Level.TRACE);
        root.addAppender(log);
        try {
            settingsDoNotTellTheirSecrets();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        } finally {
            root.detachAppender(log);
            root.setLevel(before);
        }
        assertThat(log.list).isNotEmpty();
        assertThat(List.copyOf(log.list))
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(SecretSettingsTests::tellsASecret);
    }

    private static boolean tellsASecret(String text) {
        return SECRETS.keySet().stream().anyMatch(name -> text.contains(valueOf(name)));
    }

    private static String valueOf(String name) {
        return "the value of " + name.substring("CASEWRIGHT_".length()).toLowerCase(Locale.ROOT);
    }

    /** The settings as the application reads them when it starts. */
    private ConfigurableEnvironment started(Map<String, Object> variables) {
        var given = new HashMap<>(NEEDED);
        given.put("CASEWRIGHT_SECRETS", folder.toString());
        given.putAll(variables);
        var environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        environment.getPropertySources().addFirst(new MapPropertySource("variables", given));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment;
    }

    private static List<Class<?>> settingsOfTheApplication() throws ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        var found = new ArrayList<Class<?>>();
        for (var each : scanner.findCandidateComponents("io.casewright")) {
            found.add(Class.forName(each.getBeanClassName()));
        }
        return found;
    }

    private static TreeSet<String> namesIn(String text) {
        return SOUNDS_SECRET
                .matcher(text)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
