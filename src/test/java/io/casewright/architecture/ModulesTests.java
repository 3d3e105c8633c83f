package io.casewright.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.casewright.platform.Uses;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each module says at its package which others it knows; a new arrow is drawn there first. */
class ModulesTests {

    private static final String ROOT = "io.casewright.";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.casewright");

    @Test
    void knowThoseThatTheyNameAndNoOthers() {
        var known = new TreeMap<String, Set<String>>();
        for (JavaClass each : classes) {
            moduleOf(each)
                    .ifPresent(module -> known.computeIfAbsent(module, none -> new TreeSet<>())
                            .addAll(each.getDirectDependenciesFromSelf().stream()
                                    .map(Dependency::getTargetClass)
                                    .flatMap(target -> moduleOf(target).stream())
                                    .filter(other -> !other.equals(module))
                                    .collect(Collectors.toSet())));
        }
        known.values().forEach(modules -> modules.remove("platform"));
        assertThat(known).containsKeys("casefile", "desk").isEqualTo(stated(known.keySet()));
    }

    private Map<String, Set<String>> stated(Set<String> modules) {
        var stated = new TreeMap<String, Set<String>>();
        for (String module : modules) {
            var uses = classes.getPackage(ROOT + module).tryGetAnnotationOfType(Uses.class);
            stated.put(module, new TreeSet<>(Set.of(uses.map(Uses::value).orElse(new String[0]))));
        }
        return stated;
    }

    private static Optional<String> moduleOf(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT) ? Optional.of(name.substring(ROOT.length()).split("\\.")[0]) : Optional.empty();
    }
}
