package io.casewright.intake.client;

import io.casewright.intake.application.IntakeSettings;
import io.casewright.intake.application.TakeMail;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes mails out of a folder in which a mail server lays them, each a file that ends on {@code .eml} once all of it is there.
 * What was taken is moved into the folder {@code done} in it.
 */
@Component
class DropFolder {

    private static final Logger LOG = LoggerFactory.getLogger(DropFolder.class);
    private static final int AT_ONCE = 500;
    private static final int LARGEST_HEAD = 256 << 10;

    private final IntakeSettings settings;
    private final TakeMail take;
    private boolean away;

    DropFolder(IntakeSettings settings, TakeMail take) {
        this.settings = settings;
        this.take = take;
    }

    @Scheduled(fixedDelayString = "${casewright.intake.every:PT2S}")
    void read() {
        Path folder = settings.folder();
        if (folder == null) {
            return;
        }
        try {
            Path done = Files.createDirectories(folder.resolve("done"));
            IOException trouble = null;
            for (Path file : mails(folder)) {
                try {
                    take(file, done);
                } catch (IOException e) {
                    // It stays where it is, and holds up no other.
                    trouble = e;
                }
            }
            tell(folder, trouble);
        } catch (IOException e) {
            tell(folder, e);
        }
    }

    private void tell(Path folder, @Nullable IOException e) {
        if (e != null && !away) {
            LOG.warn(
                    "The folder of customers' mails {}, or a mail in it, cannot be read or moved ({}); it is tried again every {}. See the rights, and CASEWRIGHT_INTAKE_FOLDER.",
                    folder,
                    e.getClass().getSimpleName(),
                    settings.every());
        }
        away = e != null;
    }

    private static List<Path> mails(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .endsWith(".eml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .limit(AT_ONCE)
                    .toList();
        }
    }

    private void take(Path file, Path done) throws IOException {
        // A name may come again with another mail in it.
        String arrival = "%s %s %d".formatted(file.toAbsolutePath(), Files.getLastModifiedTime(file), Files.size(file));
        take.take(arrival, () -> Files.newInputStream(file), () -> headOf(file));
        Files.move(file, done.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Up to the first empty line. */
    private static InputStream headOf(Path file) throws IOException {
        var head = new ByteArrayOutputStream();
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            int newLines = 0;
            for (int at = in.read(); at >= 0 && newLines < 2 && head.size() < LARGEST_HEAD; at = in.read()) {
                head.write(at);
                newLines = at == '\n' ? newLines + 1 : at == '\r' ? newLines : 0;
            }
        }
        return new ByteArrayInputStream(head.toByteArray());
    }
}
