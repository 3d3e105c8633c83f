package io.casewright.customer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** Reads {@code customer/least-roles.tsv}: a part of a product's name, a tab, a role; the last line fits everything. */
final class LeastRoles {

    private LeastRoles() {}

    record Row(String product, String role) {}

    static List<Row> read() {
        try {
            return new ClassPathResource("customer/least-roles.tsv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .map(parts -> new Row(parts[0].strip(), parts[1].strip()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
