package io.casewright.triage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Knows the names of products. What the customer named as the product counts before the text. */
final class Products {

    private static final String FILE = "triage/products.tsv";
    private static final Set<ProductFamily> SUITES = EnumSet.of(ProductFamily.AZURE, ProductFamily.M365);

    private final List<ProductFamily> order = new ArrayList<>();
    private final Concepts names;

    Products() {
        var rows = TableRow.read(FILE, 2);
        for (TableRow row : rows) {
            order.add(Stream.of(ProductFamily.values())
                    .filter(family -> family.key().equals(row.cell(0)))
                    .findFirst()
                    .orElseThrow(() -> row.fault("names an unknown family " + row.cell(0))));
        }
        names = new Concepts(rows, 1);
    }

    ProductFamily of(@Nullable String product, CleanText text) {
        ProductFamily named = product == null ? ProductFamily.UNKNOWN : in(CleanText.of(product));
        if (named == ProductFamily.UNKNOWN || SUITES.contains(named)) {
            ProductFamily mentioned = in(text);
            return mentioned == ProductFamily.UNKNOWN ? named : mentioned;
        }
        return named;
    }

    private ProductFamily in(CleanText text) {
        Set<String> found = names.in(text);
        return order.stream()
                .filter(family -> found.contains(family.key()))
                .findFirst()
                .orElse(ProductFamily.UNKNOWN);
    }
}
