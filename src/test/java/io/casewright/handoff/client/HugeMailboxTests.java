package io.casewright.handoff.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 2,000 mails of 25 MB wait; a reading takes 200 of them in a quarter of the memory that the application has. */
class HugeMailboxTests {

    private static final int TAKEN_AT_ONCE = 200;

    @Test
    void takesTheWordsOfManyLargeMailsInLittleMemory(@TempDir Path folder) throws Exception {
        try (var mailbox = new HugeMailbox()) {
            Path output = folder.resolve("output");
            // Within a test run the usual property names only a jar that refers to the rest.
            String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            var reader = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+ExitOnOutOfMemoryError",
                            HugeMailboxReader.class.getName(),
                            "" + mailbox.port())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            reader.environment().put("CLASSPATH", classPath);
            Process reading = reader.start();
            try {
                assertThat(reading.waitFor(60, TimeUnit.SECONDS)).isTrue();
            } finally {
                reading.destroyForcibly();
            }

            String said = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(reading.exitValue()).as(said).isZero();
            assertThat(said).contains("taken: " + TAKEN_AT_ONCE);
            assertThat(mailbox.copiedTo("Done")).isEqualTo(TAKEN_AT_ONCE);
            assertThat(mailbox.sent()).as("all 200 together").isLessThan(HugeMailbox.ATTACHED);
        }
    }
}
