package io.casewright.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/**
 * Mends how Tasklist 8.6.0 lays out its list of tasks. It leaves out the fraction of a time on the full second, which its own
 * layout then refuses, so of a thousand tasks about one stops every later one from being shown, for good
 * (<a href="https://github.com/camunda/camunda/issues/27237">camunda/camunda#27237</a>, mended after 8.6.8).
 */
final class TasklistSchema {

    private static final String JAR = "lib/tasklist-els-schema-8.6.0.jar";
    private static final String LAYOUT = "schema/os/create/template/tasklist-list-view.json";
    private static final String WITH_FRACTION = "\"date_time || epoch_millis\"";
    private static final String WITH_OR_WITHOUT = "\"date_time || date_time_no_millis || epoch_millis\"";

    private TasklistSchema() {}

    /** Writes the mended layout below this directory, which has to come first in the class path. */
    static void writeTo(Path directory, Path camunda) {
        Path mended = directory.resolve(LAYOUT);
        try (var jar = new ZipFile(camunda.resolve(JAR).toFile())) {
            String layout;
            try (var content = jar.getInputStream(jar.getEntry(LAYOUT))) {
                layout = new String(content.readAllBytes(), UTF_8);
            }
            Files.createDirectories(mended.getParent());
            Files.writeString(mended, layout.replace(WITH_FRACTION, WITH_OR_WITHOUT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
