package io.casewright.report.pages;

import io.casewright.report.application.Period;
import io.casewright.report.application.Period.Days;
import io.casewright.report.domain.Dimension;
import io.casewright.report.domain.Question;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the address of a report asks for.
 *
 * @param only to what it is narrowed
 */
record ReportAddress(Days days, Dimension by, Map<Dimension, String> only) {

    static ReportAddress of(Period period, MultiValueMap<String, String> parameters) {
        var only = new EnumMap<Dimension, String>(Dimension.class);
        for (var dimension : Dimension.values()) {
            String value = parameters.getFirst(dimension.word());
            if (value != null && !value.isBlank()) {
                only.put(dimension, value.strip());
            }
        }
        return new ReportAddress(
                period.of(parameters.getFirst("from"), parameters.getFirst("to")), by(parameters.getFirst("by")), only);
    }

    private static Dimension by(@Nullable String word) {
        return word == null || word.isBlank()
                ? Dimension.CATEGORY
                : Dimension.ofWord(word)
                        .orElseThrow(() -> new Unknown("by", "must be category, customer, queue or vendor"));
    }

    Question question() {
        return new Question(days.from(), days.to(), by, only);
    }

    /** The same question at another address. */
    UriComponentsBuilder at(String path) {
        var address = UriComponentsBuilder.fromPath(path)
                .queryParam("from", days.first())
                .queryParam("to", days.last())
                .queryParam("by", by.word());
        only.forEach((dimension, value) -> address.queryParam(dimension.word(), "{" + dimension.word() + "}"));
        return address;
    }

    String path(String path) {
        var values = new HashMap<String, Object>();
        only.forEach((dimension, value) -> values.put(dimension.word(), value));
        return at(path).encode().buildAndExpand(values).toUriString();
    }

    String cases(String path, String part, String column) {
        var values = new HashMap<String, Object>();
        only.forEach((dimension, value) -> values.put(dimension.word(), value));
        values.put("part", part);
        values.put("column", column);
        return at(path).queryParam("part", "{part}")
                .queryParam("column", "{column}")
                .encode()
                .buildAndExpand(values)
                .toUriString();
    }

    /** An address that does not work. */
    static final class Unknown extends RuntimeException {

        private final String parameter;

        Unknown(String parameter, String remedy) {
            super(remedy);
            this.parameter = parameter;
        }

        String parameter() {
            return parameter;
        }
    }
}
