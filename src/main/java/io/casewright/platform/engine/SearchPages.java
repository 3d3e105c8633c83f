package io.casewright.platform.engine;

import io.camunda.client.api.search.request.SearchRequestPage;
import io.camunda.client.api.search.response.SearchResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** All answers of a search of the engine, page by page. */
public final class SearchPages {

    private static final int PAGE = 1_000;

    private SearchPages() {}

    public static <T> List<T> all(Function<Consumer<SearchRequestPage>, SearchResponse<T>> search) {
        var found = new ArrayList<T>();
        String cursor = null;
        while (true) {
            String after = cursor;
            var answer = search.apply(page -> {
                page.limit(PAGE);
                if (after != null) {
                    page.after(after);
                }
            });
            found.addAll(answer.items());
            cursor = answer.page().endCursor();
            if (answer.items().size() < PAGE || cursor == null) {
                return found;
            }
        }
    }
}
