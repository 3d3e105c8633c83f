package io.casewright.contract;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.casewright.task.FormCheck;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Set;

/** What checks the form of some user tasks, with the variables it reads. */
record Check(String className, Set<String> elements, Set<String> answers) {

    static List<Check> ofTheApplication() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.casewright").stream()
                        .filter(javaClass -> javaClass.isAssignableTo(FormCheck.class) && !javaClass.isInterface())
                        .map(JavaClass::reflect)
                        .map(Check::of)
                        .toList();
    }

    private static Check of(Class<?> javaClass) {
        var check = withoutWhatItCalls(javaClass);
        return new Check(javaClass.getSimpleName(), check.elements(), Worker.components(check.answers()));
    }

    /** Enough to ask it what it is for. */
    private static FormCheck<?> withoutWhatItCalls(Class<?> javaClass) {
        try {
            Constructor<?> constructor = javaClass.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return (FormCheck<?>) constructor.newInstance(new Object[constructor.getParameterCount()]);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + javaClass, e);
        }
    }
}
