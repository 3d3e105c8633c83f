package io.casewright.chaos;

import io.casewright.localstack.BreakableStack.Part;
import io.casewright.localstack.TcpProxy.State;
import io.casewright.simulator.Story;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What goes wrong in a run, in which order and for how long: all drawn from its seed. */
final class FaultPlan {

    private static final List<Story.Kind> TROUBLES = List.of(
            Story.Kind.SLOW,
            Story.Kind.THROTTLED,
            Story.Kind.DOWN,
            Story.Kind.BROKEN,
            Story.Kind.NONSENSE,
            Story.Kind.LOST);

    private final Random random;

    private FaultPlan(long seed) {
        this.random = new Random(seed);
    }

    /** Every part in every way, the disk, both directions of the clock, and all troubles at Microsoft. */
    static List<Fault> whole(long seed) {
        var plan = new FaultPlan(seed);
        var faults = new ArrayList<Fault>();
        for (Part part : Part.values()) {
            faults.add(new Fault.Killed(part, plan.seconds(2, 12)));
            faults.add(new Fault.Stopped(part, plan.stop(part)));
            faults.add(plan.cut(part));
        }
        faults.add(new Fault.DiskFull(plan.seconds(10, 25)));
        faults.add(new Fault.ClockMoved(Part.FIRST_APPLICATION, plan.seconds(30, 90), plan.seconds(15, 30)));
        faults.add(new Fault.ClockMoved(
                Part.SECOND_APPLICATION, plan.seconds(30, 90).negated(), plan.seconds(15, 30)));
        TROUBLES.forEach(kind -> faults.add(new Fault.Microsoft(kind, plan.between(5, 40), plan.seconds(8, 20))));
        Collections.shuffle(faults, plan.random);
        return List.copyOf(faults);
    }

    /** Each part once, of which the engine is lost; the disk, the clock, and one trouble at Microsoft. */
    static List<Fault> some(long seed) {
        var plan = new FaultPlan(seed);
        var faults = new ArrayList<Fault>();
        faults.add(new Fault.Killed(Part.ENGINE, plan.seconds(2, 4)));
        faults.add(plan.any(Part.FIRST_APPLICATION));
        faults.add(plan.any(Part.MYSQL));
        faults.add(plan.any(Part.MAIL_SERVER));
        faults.add(new Fault.DiskFull(plan.seconds(5, 8)));
        faults.add(new Fault.ClockMoved(
                Part.SECOND_APPLICATION, Duration.ofSeconds(plan.between(-20, 20)), plan.seconds(5, 8)));
        faults.add(new Fault.Microsoft(
                TROUBLES.get(plan.random.nextInt(TROUBLES.size())), plan.between(5, 20), plan.seconds(5, 8)));
        Collections.shuffle(faults, plan.random);
        return List.copyOf(faults);
    }

    private Fault any(Part part) {
        return switch (random.nextInt(3)) {
            case 0 -> new Fault.Killed(part, seconds(2, 5));
            case 1 -> new Fault.Stopped(part, seconds(3, 8));
            default -> cut(part);
        };
    }

    private Fault cut(Part part) {
        return new Fault.CutOff(part, random.nextBoolean() ? State.SILENT : State.BROKEN, seconds(4, 15));
    }

    /** An application that stands still is taken for dead after 20 s, and what it was at is done by the other one. */
    private Duration stop(Part part) {
        return part == Part.FIRST_APPLICATION
                ? seconds(65, 75)
                : part == Part.SECOND_APPLICATION ? seconds(22, 35) : seconds(4, 15);
    }

    private Duration seconds(int least, int most) {
        return Duration.ofSeconds(between(least, most));
    }

    private int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }
}
