package io.casewright.platform.engine;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The process models that are deployed, and how their elements are called. */
@Component
public class ProcessModels {

    private final Map<String, ProcessModel> models = new TreeMap<>();

    public ProcessModels() throws IOException {
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/*.bpmn")) {
            var model = ProcessModel.read(file.getContentAsByteArray());
            models.put(model.id(), model);
        }
    }

    public Optional<ProcessModel> find(String id) {
        return Optional.ofNullable(models.get(id));
    }

    /** All of them, by their ids. */
    public Stream<ProcessModel> all() {
        return models.values().stream();
    }

    /** The label of the element; looked for in the given model first, then in all others. */
    public @Nullable String labelOf(String modelId, String elementId) {
        return find(modelId)
                .map(model -> model.labels().get(elementId))
                .or(() -> models.values().stream()
                        .filter(model -> model.labels().containsKey(elementId))
                        .map(model -> model.labels().get(elementId))
                        .findFirst())
                .orElse(null);
    }

    /**
     * Where the elements appear in the given model: themselves, or as the activity that calls the model they are in.
     *
     * @param calledFirst whether an element that is in both counts as the called one
     */
    public Set<String> placesIn(String modelId, Collection<String> elementIds, boolean calledFirst) {
        var model = find(modelId).orElseThrow();
        return elementIds.stream()
                .map(element -> {
                    var called = model.calls().entrySet().stream()
                            .filter(call -> find(call.getValue())
                                    .map(found -> found.labels().containsKey(element))
                                    .orElse(false))
                            .map(Map.Entry::getKey)
                            .findFirst();
                    boolean own = model.labels().containsKey(element);
                    return own && !(calledFirst && called.isPresent()) ? Optional.of(element) : called;
                })
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }
}
