package io.casewright.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A method that works on the jobs of one type, with the variables it reads and the variables it returns. */
record Worker(String type, String className, Set<String> inputs, Set<String> outputs) {

    static List<Worker> ofTheApplication() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.casewright").stream()
                        .filter(javaClass -> javaClass.getMethods().stream()
                                .anyMatch(method -> method.isAnnotatedWith(JobWorker.class)))
                        .map(JavaClass::reflect)
                        .flatMap(Worker::in)
                        .sorted(Comparator.comparing(Worker::type))
                        .toList();
    }

    static Stream<Worker> in(Class<?> javaClass) {
        return Arrays.stream(javaClass.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(JobWorker.class))
                .map(method -> of(javaClass, method));
    }

    private static Worker of(Class<?> javaClass, Method method) {
        var inputs = new TreeSet<String>();
        Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(VariablesAsType.class))
                .map(Parameter::getType)
                .forEach(type -> inputs.addAll(components(type)));
        return new Worker(
                method.getAnnotation(JobWorker.class).type(),
                javaClass.getSimpleName(),
                inputs,
                components(method.getReturnType()));
    }

    /** Names of the variables that a record stands for. */
    static Set<String> components(Class<?> type) {
        var names = new TreeSet<String>();
        for (RecordComponent component : type.isRecord() ? type.getRecordComponents() : new RecordComponent[0]) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                names.addAll(components(component.getType()));
            } else {
                names.add(component.getName());
            }
        }
        return names;
    }
}
