package io.casewright.conversation;

import io.casewright.simulator.SimulatedTickets;
import io.casewright.simulator.SimulatedTickets.Status;
import io.casewright.simulator.SimulatedTickets.Ticket;
import java.util.Random;
import java.util.stream.Stream;

/** Who works on a ticket at a vendor's desk. */
record Vendor(SimulatedTickets desk, Ticket ticket) {

    /** Those who have an open ticket of the case. */
    static Stream<Vendor> of(String caseNumber, Shop shop) {
        var microsoft = shop.microsoft();
        return Stream.of(microsoft.desk().tickets(), microsoft.azureSupport().tickets())
                .flatMap(desk -> desk.all().stream()
                        .filter(each -> each.reference().startsWith(caseNumber) && each.status() != Status.CLOSED)
                        .map(each -> new Vendor(desk, each)));
    }

    void speak(Memory memory, Random random) {
        String mark = memory.words.ofVendor();
        memory.vendorNotes.add(mark);
        memory.steps.add("the vendor %s at %s".formatted(say(random.nextInt(3), mark), ticket.reference()));
    }

    private String say(int way, String mark) {
        switch (way) {
            case 0 -> desk.note(ticket.id(), "Our engineers look into %s.".formatted(mark));
            case 1 -> desk.ask(ticket.id(), "What do you see of %s?".formatted(mark));
            default -> desk.close(ticket.id(), "Mended with build %s.".formatted(mark));
        }
        return (way == 0 ? "notes " : way == 1 ? "asks " : "closes with ") + mark;
    }
}
