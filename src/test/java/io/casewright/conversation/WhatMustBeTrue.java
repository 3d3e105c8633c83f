package io.casewright.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The plain rules by which conversations are judged, whatever happened in them and in whatever order. */
final class WhatMustBeTrue {

    private final JdbcClient database;
    private final Kept kept;
    private final List<Rule> rules;

    /**
     * @param isInOpenTask whether an open task shows a word, and of which case
     * @param goesOn says of which cases nobody thinks any more
     */
    WhatMustBeTrue(JdbcClient database, BiPredicate<String, String> isInOpenTask, Function<Kept, Rule> goesOn) {
        this.database = database;
        kept = new Kept(database);
        rules = List.of(new EveryWord(kept, isInOpenTask), new NothingInternal(kept), goesOn.apply(kept));
    }

    static WhatMustBeTrue of(Shop shop) {
        return new WhatMustBeTrue(shop.database(), shop::isInOpenTask, kept -> new NoCaseForgotten(kept, shop));
    }

    /** What is wrong, with the seed and all steps of the conversation in which it is; empty when all is well. */
    List<String> brokenBy(Collection<Memory> conversations) {
        conversations.forEach(each -> each.findFollowing(database));
        kept.lookAt(conversations.stream().flatMap(each -> each.cases.stream()).toList());
        var broken = new ArrayList<String>();
        for (var conversation : conversations) {
            var faults = rules.stream()
                    .flatMap(rule -> rule.brokenBy(conversation).stream())
                    .toList();
            if (!faults.isEmpty()) {
                broken.add("conversation %d: %s%n  after:%n    %s"
                        .formatted(
                                conversation.seed,
                                String.join("; ", faults),
                                String.join("%n    ".formatted(), conversation.steps)));
            }
        }
        return broken;
    }
}
