package io.casewright.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents say of settings is what the program reads. */
class SettingsInDocumentsTests {

    private static final Pattern READ = Pattern.compile("\\$\\{(CASEWRIGHT_[A-Z_]+)");
    private static final Pattern NAMED = Pattern.compile("CASEWRIGHT_[A-Z_]*[A-Z]");

    /** Bound by Spring without standing in a file: a setting of a record of its module. */
    private static final Pattern BOUND = Pattern.compile("CASEWRIGHT_HANDOFF_CONTACT_(NAME|EMAIL|PHONE|HOURS)");

    @Test
    void everySettingOfTheApplicationIsDescribed() {
        assertThat(found(READ, filesUnder("src/main/resources", "application.*\\.yaml")))
                .hasSizeGreaterThan(30)
                .isSubsetOf(documented());
    }

    @Test
    void everySettingThatIsDescribedIsRead() {
        Set<String> known = found(NAMED, filesUnder("src/main/resources", "application.*\\.yaml"));
        known.addAll(found(NAMED, filesUnder("src/test/java/io/casewright", ".*\\.java")));
        known.addAll(found(NAMED, filesUnder("docker", ".*\\.yaml")));
        assertThat(documented())
                .filteredOn(name -> !BOUND.matcher(name).matches())
                // The beginning of a family of names, described elsewhere.
                .filteredOn(name -> known.stream().noneMatch(each -> each.startsWith(name + "_")))
                .isSubsetOf(known);
    }

    private static Set<String> documented() {
        var names = found(NAMED, filesUnder("docs", "[^/]*\\.md"));
        names.addAll(found(NAMED, List.of(Path.of("README.md"))));
        return names;
    }

    private static List<Path> filesUnder(String folder, String name) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> found(Pattern what, List<Path> files) {
        return files.stream()
                .flatMap(file -> what.matcher(content(file)).results())
                .map(match -> match.group().replace("${", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
