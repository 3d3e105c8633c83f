package io.casewright.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file system of its own that is soon full, where this user may make one; else only a folder. */
public final class SmallDisk implements AutoCloseable {

    private static final String SIZE = "768m";
    private static final int STEP = 1024 * 1024;

    private final Path folder;
    private final String problem;

    private SmallDisk(Path folder, String problem) {
        this.folder = folder;
        this.problem = problem;
    }

    static SmallDisk in(Path folder) {
        try {
            Files.createDirectories(folder);
            int mounted = command(
                    folder, "mount", "-t", "tmpfs", "-o", "size=" + SIZE, "casewright-small-disk", folder.toString());
            return new SmallDisk(
                    folder, mounted == 0 ? null : "this user may not mount a small file system, see mount.log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives back what may be left there of an earlier one. */
    static void leave(Path folder) {
        if (Files.isDirectory(folder)) {
            command(folder, "umount", folder.toString());
        }
    }

    private static int command(Path folder, String... words) {
        return ManagedProcess.start(
                        words[0],
                        folder.resolveSibling(words[0] + ".log"),
                        folder.getParent(),
                        List.of(words),
                        Map.of())
                .awaitEnd(Duration.ofSeconds(20));
    }

    Path folder() {
        return folder;
    }

    /** Why it cannot be filled; empty when it can. */
    public Optional<String> whyNot() {
        return Optional.ofNullable(problem);
    }

    /** Nothing more can be written to it. */
    public void fill() {
        try (var ballast = Files.newOutputStream(ballast())) {
            byte[] zeros = new byte[STEP];
            while (true) {
                ballast.write(zeros);
            }
        } catch (IOException e) {
            // That is what full means.
        }
    }

    /** There is room again. */
    public void makeRoom() {
        try {
            Files.deleteIfExists(ballast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    @Override
    public void close() {
        if (problem == null) {
            leave(folder);
        }
    }
}
