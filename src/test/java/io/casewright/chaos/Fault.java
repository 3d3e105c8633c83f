package io.casewright.chaos;

import io.casewright.localstack.BreakableStack;
import io.casewright.localstack.BreakableStack.Part;
import io.casewright.localstack.TcpProxy.State;
import io.casewright.simulator.Story;
import java.time.Duration;
import java.util.Optional;

/** Something that goes wrong for a time. */
sealed interface Fault {

    /** In words. */
    String words();

    /** For how long it lasts. */
    Duration lasts();

    /** It begins. */
    void begin(BreakableStack stack);

    /** It is mended. */
    void mend(BreakableStack stack);

    /** Why it cannot be tried here; empty when it can. */
    default Optional<String> whyNot(BreakableStack stack) {
        return Optional.empty();
    }

    /** A part ends without a word. */
    record Killed(Part part, Duration lasts) implements Fault {

        @Override
        public String words() {
            return part.words() + " killed" + (part == Part.ENGINE ? ", all it knew is gone" : "");
        }

        @Override
        public void begin(BreakableStack stack) {
            stack.kill(part);
        }

        @Override
        public void mend(BreakableStack stack) {
            stack.start(part);
        }
    }

    /** A part stands still. */
    record Stopped(Part part, Duration lasts) implements Fault {

        @Override
        public String words() {
            return part.words() + " stopped";
        }

        @Override
        public void begin(BreakableStack stack) {
            stack.standStill(part);
        }

        @Override
        public void mend(BreakableStack stack) {
            stack.goOn(part);
        }
    }

    /** A part cannot be reached. */
    record CutOff(Part part, State how, Duration lasts) implements Fault {

        @Override
        public String words() {
            return part.words() + (how == State.SILENT ? " cut off, nothing passes" : " cut off, connections break");
        }

        @Override
        public void begin(BreakableStack stack) {
            stack.ways(part, how);
        }

        @Override
        public void mend(BreakableStack stack) {
            stack.ways(part, State.OPEN);
        }
    }

    /** MySQL can write nothing more. */
    record DiskFull(Duration lasts) implements Fault {

        @Override
        public String words() {
            return "disk of MySQL full";
        }

        @Override
        public void begin(BreakableStack stack) {
            stack.disk().fill();
        }

        @Override
        public void mend(BreakableStack stack) {
            stack.disk().makeRoom();
            if (!stack.isRunning(Part.MYSQL)) {
                stack.start(Part.MYSQL);
            }
        }

        @Override
        public Optional<String> whyNot(BreakableStack stack) {
            return stack.disk().whyNot();
        }
    }

    /** An application has another time than all others. */
    record ClockMoved(Part application, Duration ahead, Duration lasts) implements Fault {

        @Override
        public String words() {
            return "clock of the %s moved by %+d s".formatted(application.words(), ahead.toSeconds());
        }

        @Override
        public void begin(BreakableStack stack) {
            stack.moveClock(application, ahead);
        }

        @Override
        public void mend(BreakableStack stack) {
            stack.moveClock(application, Duration.ZERO);
        }
    }

    /** Microsoft and the provider's desk do not do as they should. */
    record Microsoft(Story.Kind kind, int calls, Duration lasts) implements Fault {

        @Override
        public String words() {
            return "Microsoft " + kind.name().toLowerCase(java.util.Locale.ROOT) + " at up to " + calls + " calls";
        }

        @Override
        public void begin(BreakableStack stack) {
            stack.microsoft().story().trouble(kind, "", calls, 3);
        }

        @Override
        public void mend(BreakableStack stack) {
            stack.microsoft().story().end();
        }
    }
}
