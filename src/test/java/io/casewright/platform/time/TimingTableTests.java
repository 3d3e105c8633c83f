package io.casewright.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The times in the table of the process owners are those that the program goes by. */
class TimingTableTests {

    @Test
    void everyRowIsATimeOrANumberThatTheProgramReads() throws IOException {
        var sources = allSources();
        try (InputStream table = Files.newInputStream(Path.of(TimingTable.FILE))) {
            assertThat(TimingTable.read(table)).isNotEmpty().allSatisfy((setting, value) -> {
                String name = setting.substring(setting.lastIndexOf('.') + 1);
                assertThat(sources).as(setting).contains(camel(name));
                assertThat(value.toString()).matches("\\d+(,\\d+)*|P.+");
                if (value.toString().startsWith("P")) {
                    assertThat(Duration.parse(value.toString())).isPositive();
                }
            });
        }
    }

    @Test
    void theConfigurationGoesBeforeTheTable() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("casewright.casefile.reply-time", "PT1M")));
        new TimingTable().postProcessEnvironment(environment, new SpringApplication());
        assertThat(environment.getProperty("casewright.casefile.reply-time")).isEqualTo("PT1M");
        assertThat(environment.getProperty("casewright.casefile.reopen-time")).isEqualTo("P14D");
        assertThat(ApplicationConversionService.getSharedInstance()
                        .convert(environment.getProperty("casewright.casefile.reopen-time"), Duration.class))
                .isEqualTo(Duration.ofDays(14));
    }

    /** A table comes from a file that others may write. */
    @Test
    void aTableReadsNoOtherFiles() {
        String table = "<!DOCTYPE t [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><t>&e;</t>";
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> TimingTable.read(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8))))
                .withMessageContaining("DOCTYPE");
    }

    private static String camel(String kebab) {
        var parts = kebab.split("-");
        return parts[0]
                + Stream.of(parts)
                        .skip(1)
                        .map(part -> part.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + part.substring(1))
                        .collect(Collectors.joining());
    }

    private static String allSources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.getFileName().toString().endsWith("Settings.java"))
                    .map(file -> {
                        try {
                            return Files.readString(file);
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .collect(Collectors.joining());
        }
    }
}
