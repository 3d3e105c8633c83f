package io.casewright.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.casewright.simulator.Contract;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The adapters read and write only what an example message shows: every record of a class named {@code …Wire} has to fit into
 * one place of one call, with all its fields and those of the records inside it.
 */
class MicrosoftContractTests {

    /** Which fields stand at which place of which message. */
    private static final Map<String, Set<String>> PLACES =
            places(Contract.examples().all());

    @TestFactory
    Stream<DynamicTest> whatIsReadAndWrittenIsShownByAnExample() {
        return wireRecords().stream()
                .map(record -> DynamicTest.dynamicTest(
                        record.getDeclaringClass().getSimpleName() + "." + record.getSimpleName(),
                        () -> assertThat(PLACES.keySet())
                                .as("%s has a field that no example shows: %s", record.getName(), fieldsOf(record))
                                .anyMatch(place -> fits(record, place))));
    }

    @Test
    void aFieldThatNoExampleShowsIsNoticed() {
        record Invented(String id, String inventedByUs) {}

        assertThat(PLACES.keySet()).noneMatch(place -> fits(Invented.class, place));
    }

    private static boolean fits(Class<?> record, String place) {
        Set<String> shown = PLACES.getOrDefault(place, Set.of());
        return Arrays.stream(record.getRecordComponents()).allMatch(component -> {
            String name = nameOf(component);
            Class<?> inside = recordInside(component.getGenericType());
            return shown.contains(name) && (inside == null || fits(inside, place + "/" + name));
        });
    }

    private static List<String> fieldsOf(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(MicrosoftContractTests::nameOf)
                .toList();
    }

    private static String nameOf(RecordComponent component) {
        var said = component.getAccessor().getAnnotation(JsonProperty.class);
        String name = said == null || said.value().isEmpty() ? component.getName() : said.value();
        return name.toLowerCase(Locale.ROOT);
    }

    /** The record that a field holds, alone or as a list; null when it holds something else. */
    private static Class<?> recordInside(Type type) {
        if (type instanceof ParameterizedType several && several.getRawType() == List.class) {
            return recordInside(several.getActualTypeArguments()[0]);
        }
        return type instanceof Class<?> one && one.isRecord() ? one : null;
    }

    private static List<Class<?>> wireRecords() {
        var records = new ArrayList<Class<?>>();
        for (JavaClass found : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.casewright")) {
            if (found.isRecord()
                    && found.getEnclosingClass()
                            .filter(outer -> outer.getSimpleName().endsWith("Wire"))
                            .isPresent()) {
                records.add(found.reflect());
            }
        }
        return records;
    }

    private static Map<String, Set<String>> places(List<Contract.Example> examples) {
        var places = new TreeMap<String, Set<String>>();
        for (var example : examples) {
            String call = example.method() + " " + example.template();
            collect(places, call + " request ", example.request());
            collect(places, call + " answer ", example.response());
        }
        return places;
    }

    private static void collect(Map<String, Set<String>> places, String place, JsonNode node) {
        if (node.isArray()) {
            node.forEach(item -> collect(places, place, item));
        } else if (node.isObject()) {
            node.fields().forEachRemaining(field -> {
                String name = field.getKey().toLowerCase(Locale.ROOT);
                places.computeIfAbsent(place, key -> new TreeSet<>()).add(name);
                collect(places, place + "/" + name, field.getValue());
            });
        }
    }
}
