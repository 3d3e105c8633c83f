package io.casewright.openinghours.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.casefile.domain.Queue;
import io.casewright.handoff.domain.Target;
import io.casewright.minutes.domain.Owner;
import io.casewright.openinghours.domain.Whose.Kind;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WhoseTests {

    @Test
    void areAllQueuesAndAllPlacesOfTickets() {
        assertThat(Whose.all()).filteredOn(whose -> whose.kind() == Kind.QUEUE).hasSameSizeAs(Queue.values());
        assertThat(Whose.all())
                .filteredOn(whose -> whose.kind() == Kind.VENDOR)
                .extracting(Whose::name)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Target.values()).map(Enum::name).toList())
                .isSubsetOf(Stream.of(Owner.values()).map(Enum::name).toList());
    }

    @Test
    void eachIsFoundByAKeyOfItsOwn() {
        assertThat(Whose.all()).extracting(Whose::key).doesNotHaveDuplicates();
        assertThat(Whose.all())
                .allSatisfy(whose -> assertThat(Whose.ofKey(whose.key())).contains(whose));
        assertThat(Whose.ofKey("kitchen")).isEmpty();
    }
}
