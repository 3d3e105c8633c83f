package io.casewright.platform.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.casewright.platform.web.Problems.FieldError;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says what is wrong with a JSON value in the caller's words: which field, and what it takes. */
final class JsonFaults {

    private JsonFaults() {}

    static FieldError ofField(JsonMappingException fault) {
        String field = fault.getPath().stream()
                .map(part -> part.getFieldName() != null ? part.getFieldName() : "[" + part.getIndex() + "]")
                .collect(Collectors.joining("."))
                .replace(".[", "[");
        return new FieldError(field, message(fault));
    }

    private static String message(JsonMappingException fault) {
        if (fault instanceof UnrecognizedPropertyException unknown) {
            return "is not a field of this request, known are "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        if (fault instanceof InvalidFormatException format
                && format.getTargetType().isEnum()) {
            return "has an unknown value, use one of " + names(format.getTargetType());
        }
        return "has a value of the wrong type";
    }

    static String names(Class<?> enumType) {
        return Arrays.stream(enumType.getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
