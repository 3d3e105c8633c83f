package io.casewright.platform.engine.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the engine carries, as its search shows it.
 *
 * @param readAt when it was asked; younger things may be missing
 * @param instances running instances of our processes, by their keys
 * @param tasks open user tasks, by their keys
 */
public record EngineState(Instant readAt, Map<Long, String> instances, Set<Long> tasks) {

    public boolean runs(long processInstanceKey) {
        return instances.containsKey(processInstanceKey);
    }

    /** The running instances of a process. */
    public List<Long> of(String processId) {
        return instances.entrySet().stream()
                .filter(instance -> instance.getValue().equals(processId))
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }
}
