package io.casewright.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What may be done next, some of it more likely than other. */
final class Deeds {

    private final Random random;
    private final List<Deed> deeds = new ArrayList<>();

    private record Deed(int weight, Runnable action) {}

    Deeds(Random random) {
        this.random = random;
    }

    /** @param weight 0 where it cannot be done now */
    Deeds may(int weight, Runnable action) {
        deeds.add(new Deed(weight, action));
        return this;
    }

    void doOne() {
        int drawn = random.nextInt(deeds.stream().mapToInt(Deed::weight).sum());
        for (var deed : deeds) {
            drawn -= deed.weight;
            if (drawn < 0) {
                deed.action.run();
                return;
            }
        }
    }
}
