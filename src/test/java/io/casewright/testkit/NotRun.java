package io.casewright.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/** Says at the end of {@code ./casewright test} which tests were not run, and why. */
public final class NotRun {

    private static final List<Path> REPORTS =
            List.of(Path.of("target", "surefire-reports"), Path.of("target", "failsafe-reports"));

    private NotRun() {}

    public static void main(String[] arguments) throws Exception {
        var notRun = new TreeSet<String>();
        for (Path folder : REPORTS) {
            for (Path report : reports(folder)) {
                notRun.addAll(skippedIn(report));
            }
        }
        System.out.println(
                notRun.isEmpty()
                        ? "All tests were run."
                        : "Not run: " + notRun.size() + (notRun.size() == 1 ? " test" : " tests"));
        notRun.forEach(each -> System.out.println("  " + each));
    }

    private static List<Path> reports(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .toList();
        }
    }

    private static List<String> skippedIn(Path report) throws Exception {
        var skipped = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getElementsByTagName("skipped");
        return Stream.iterate(0, i -> i < skipped.getLength(), i -> i + 1)
                .map(i -> (Element) skipped.item(i))
                .map(NotRun::told)
                .toList();
    }

    private static String told(Element skipped) {
        var test = (Element) skipped.getParentNode();
        String owner = test.getAttribute("classname").replaceAll(".*\\.", "");
        String name = test.getAttribute("name");
        return owner + (name.isEmpty() ? "" : "." + name) + ": " + skipped.getAttribute("message");
    }
}
