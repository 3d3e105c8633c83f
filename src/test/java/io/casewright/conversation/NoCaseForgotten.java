package io.casewright.conversation;

import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.casewright.conversation.EngineSight.Instance;
import io.casewright.conversation.EngineSight.Leaf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * No case is without a task, a wait that somebody or some time ends, or an end; and of a case that has ended nothing is left in
 * the engine but what the customer wrote about it since, and a ticket that has yet to be closed.
 */
final class NoCaseForgotten implements Rule {

    private static final Set<String> ENDED = Set.of("CLOSED", "WITHDRAWN", "DUPLICATE");
    private static final String LIFE = "support-case";

    private final Map<Long, Integer> outliving = new HashMap<>();
    private final Kept kept;
    private final Shop shop;

    NoCaseForgotten(Kept kept, Shop shop) {
        this.kept = kept;
        this.shop = shop;
    }

    @Override
    public List<String> brokenBy(Memory memory) {
        return memory.cases.stream().flatMap(number -> faults(number).stream()).toList();
    }

    private List<String> faults(String number) {
        var faults = new ArrayList<String>();
        var status = kept.caseOf(number).status();
        var sight = shop.sight();
        var instances = sight.instancesOf(number);
        if (!ENDED.contains(status)
                && instances.stream().noneMatch(each -> each.processId().equals(LIFE))) {
            faults.add("%s is %s and no process carries it".formatted(number, status));
        }
        for (var instance : instances) {
            String name = "%s of %s (%s)".formatted(instance.processId(), number, status);
            if (ENDED.contains(status) && !outlives(instance, status) && !endsSoon(instance)) {
                faults.add(name + " still runs");
            }
            var leaves = sight.leavesOf(instance);
            if (leaves.isEmpty()) {
                faults.add(name + " stands nowhere");
            }
            leaves.stream()
                    .filter(leaf -> !goesOn(leaf, instances))
                    .forEach(leaf -> faults.add("%s stands at %s, and nothing moves it on: it waits for %s"
                            .formatted(name, leaf.elementId(), sight.awaitedAt(leaf))));
            sight.incidentsOf(instance).forEach(words -> faults.add(name + " has an incident at " + words));
        }
        faults.addAll(tasksApart(number, instances));
        return faults;
    }

    /**
     * What is written about it is read all the same, rights that it no longer needs are taken back, and a ticket of a case that was taken
     * back or whose customer is silent is closed there.
     */
    private static boolean outlives(Instance instance, String status) {
        return Set.of("customer-message", "end-access", "unhappy-customer").contains(instance.processId())
                || instance.processId().equals("vendor-ticket") && !status.equals("DUPLICATE");
    }

    /** What looks from time to time whether it is still needed may look once more. */
    private boolean endsSoon(Instance instance) {
        int since = outliving.computeIfAbsent(instance.key(), key -> shop.timesPassed());
        return shop.sight().endsByTime(instance) && since == shop.timesPassed();
    }

    private boolean goesOn(Leaf leaf, List<Instance> instances) {
        var sight = shop.sight();
        return switch (leaf.type()) {
            case USER_TASK -> true;
            case CALL_ACTIVITY -> sight.hasCalled(leaf);
            case SERVICE_TASK -> false;
            default ->
                sight.hasTimer(leaf)
                        || sight.awaitedAt(leaf).stream().anyMatch(message -> somebodySays(message, instances));
        };
    }

    /** A customer may write at any time; all else is said by another process of the case, which then has to be there. */
    private static boolean somebodySays(String message, List<Instance> instances) {
        var running = instances.stream().map(Instance::processId).collect(Collectors.toSet());
        return switch (message) {
            case "casefile.customerReplied", "casefile.customerAnswered" -> true;
            case "casefile.knownIssueOver" -> running.contains("known-issue");
            case "casefile.readingOver" ->
                instances.stream()
                                .filter(each -> each.processId().equals("customer-message"))
                                .count()
                        > 1;
            default -> message.startsWith("handoff.") && running.contains("vendor-ticket");
        };
    }

    /** What people have to do is the same at the Desk and in the engine. */
    private List<String> tasksApart(String number, List<Instance> instances) {
        var atDesk = new HashSet<>(shop.openTasks(number));
        var inEngine = instances.stream()
                .flatMap(instance -> shop.sight().leavesOf(instance).stream())
                .filter(leaf -> leaf.type() == BpmnElementType.USER_TASK)
                .map(Leaf::key)
                .collect(Collectors.toSet());
        return atDesk.equals(inEngine)
                ? List.of()
                : List.of("%s has the tasks %s at the Desk and %s in the engine".formatted(number, atDesk, inEngine));
    }
}
