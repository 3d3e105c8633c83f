package io.casewright.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A clock of one application that can be moved: all that asks Java what time it is hears another, libraries too. How long
 * something takes is measured as before.
 *
 * @param agent what moves it, as a jar
 * @param offset holds by how many seconds it is ahead
 */
record MovableClock(Path agent, Path offset) {

    /** @param name of the application's, as a part of file names */
    static MovableClock in(Path folder, String name) {
        var clock = new MovableClock(folder.resolve("clock.jar"), folder.resolve(name + "-clock"));
        clock.move(Duration.ZERO);
        return clock;
    }

    /** Makes the jar, once for all clocks of the folder. */
    static void prepare(Path folder) {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", ClockAgent.class.getName());
        manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        try {
            Files.createDirectories(folder);
            try (var jar = new JarOutputStream(Files.newOutputStream(folder.resolve("clock.jar")), manifest)) {
                for (Class<?> part : new Class<?>[] {ClockAgent.class, ClockAgent.Ahead.class}) {
                    String name = part.getName().replace('.', '/') + ".class";
                    try (var content = part.getResourceAsStream("/" + name)) {
                        jar.putNextEntry(new JarEntry(name));
                        content.transferTo(jar);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void move(Duration ahead) {
        try {
            Files.writeString(offset, String.valueOf(ahead.toSeconds()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To be given to the JVM, which else makes no class archive with an agent. */
    List<String> options() {
        return List.of(
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:+AllowArchivingWithJavaAgent",
                "-javaagent:" + agent + "=" + offset);
    }
}
