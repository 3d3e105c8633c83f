package io.casewright.localstack;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Java this program runs on, which is also the Java of the parts. */
final class Java {

    private Java() {}

    static Path home() {
        return Path.of(System.getProperty("java.home"));
    }

    /** Of this program, which holds the parts that are ours. */
    static String classPath() {
        // Within a test run the usual property names only a jar that refers to the rest.
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(all.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    static List<String> command(List<String> options, String... arguments) {
        var command = new ArrayList<String>();
        command.add(home().resolve("bin").resolve("java").toString());
        command.addAll(options);
        command.addAll(List.of(arguments));
        return command;
    }
}
