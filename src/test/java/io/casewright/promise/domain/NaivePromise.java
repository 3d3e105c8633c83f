package io.casewright.promise.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Walks from the start of a promise, minute after minute, each time anew. Simple on purpose: it is what the real clock is held against, and
 * shares no class with it.
 */
final class NaivePromise {

    /** What the calendars say of each minute from some midnight on: "open", "outside" or the name of the day off. */
    static String[] minutes(
            String zone, IntPredicate openAtMinuteOfWeek, Map<String, String> daysOff, Instant base, int count) {
        var minutes = new String[count];
        for (int i = 0; i < count; i++) {
            ZonedDateTime wall = base.plusSeconds(60L * i).atZone(ZoneId.of(zone));
            String dayOff = daysOff.get(wall.toLocalDate().toString());
            int minute = (wall.getDayOfWeek().getValue() - 1) * 1440 + wall.getHour() * 60 + wall.getMinute();
            minutes[i] = dayOff != null ? dayOff : openAtMinuteOfWeek.test(minute) ? "open" : "outside";
        }
        return minutes;
    }

    private enum What {
        PAUSE,
        RESUME,
        TERMS
    }

    private static final class Entry {

        final int minute;
        final What what;
        final String key;
        final int calendar;
        final int target;
        boolean takenBack;

        Entry(int minute, What what, String key, int calendar, int target) {
            this.minute = minute;
            this.what = what;
            this.key = key;
            this.calendar = calendar;
            this.target = target;
        }
    }

    /** What a walk found. */
    static final class Walk {

        final Map<Integer, Integer> passings = new TreeMap<>();
        final List<String> labels = new ArrayList<>();
        int consumed;
    }

    private final String[][] calendars;
    private final List<Integer> percents;
    private final int start;
    private final List<Entry> log = new ArrayList<>();
    final Map<Integer, Integer> passed = new TreeMap<>();
    private int floor;
    private int ended = -1;

    NaivePromise(String[][] calendars, List<Integer> percents, int start, int calendar, int target) {
        this.calendars = calendars;
        this.percents = percents;
        this.start = start;
        floor = start;
        log.add(new Entry(start, What.TERMS, "", calendar, target));
    }

    void pause(int minute, String key) {
        happen(minute, What.PAUSE, key, 0, 0);
    }

    void resume(int minute) {
        happen(minute, What.RESUME, "", 0, 0);
    }

    void terms(int minute, int calendar, int target) {
        happen(minute, What.TERMS, "", calendar, target);
    }

    void stop(int minute) {
        if (ended < 0) {
            floor = Math.max(floor, minute);
            ended = floor;
            notice();
        }
    }

    void takeBack(int minute, String key) {
        if (ended < 0) {
            floor = Math.max(floor, minute);
        }
        for (var entry : log) {
            entry.takenBack |= entry.what == What.PAUSE && entry.key.equals(key);
        }
        notice();
    }

    void wake(int minute) {
        if (ended >= 0) {
            return;
        }
        for (var found : walk(Math.max(minute, floor)).passings.entrySet()) {
            if (found.getValue() <= minute && passed.putIfAbsent(found.getKey(), found.getValue()) == null) {
                floor = Math.max(floor, found.getValue());
            }
        }
    }

    /** The next threshold to be passed if nothing happens before the walk's end; null when none is. */
    @Nullable
    Integer next(int horizon) {
        if (ended >= 0) {
            return null;
        }
        return walk(horizon, false).passings.entrySet().stream()
                .filter(found -> !passed.containsKey(found.getKey()))
                .map(Map.Entry::getValue)
                .min(Integer::compare)
                .orElse(null);
    }

    /** Up to a minute, or to the end. */
    Walk walk(int until) {
        return walk(until, true);
    }

    /** Without a look at each minute it ends when nothing more can be passed. */
    private Walk walk(int until, boolean eachMinute) {
        var walk = new Walk();
        Set<Integer> open = new HashSet<>(percents);
        int entry = 0;
        Entry pause = null;
        Entry terms = log.getFirst();
        int last = ended < 0 ? until : ended;
        for (int minute = start; ; minute++) {
            for (; entry < log.size() && log.get(entry).minute == minute; entry++) {
                switch (log.get(entry).what) {
                    case PAUSE -> pause = log.get(entry);
                    case RESUME -> pause = null;
                    case TERMS -> {
                        terms = log.get(entry);
                        pass(walk, open, terms, minute);
                    }
                }
            }
            if (minute >= last || !eachMinute && open.isEmpty()) {
                return walk;
            }
            String label =
                    pause != null && !pause.takenBack ? "paused " + pause.key : calendars[terms.calendar][minute];
            if (eachMinute) {
                walk.labels.add(label);
            }
            if (label.equals("open")) {
                walk.consumed++;
                pass(walk, open, terms, minute + 1);
            }
        }
    }

    private static void pass(Walk walk, Set<Integer> open, Entry terms, int minute) {
        open.removeIf(percent -> {
            boolean passes = walk.consumed * 100 >= terms.target * percent;
            if (passes) {
                walk.passings.put(percent, minute);
            }
            return passes;
        });
    }

    int floor() {
        return floor;
    }

    boolean hasEnded() {
        return ended >= 0;
    }

    private void happen(int minute, What what, String key, int calendar, int target) {
        if (ended >= 0) {
            return;
        }
        floor = Math.max(floor, minute);
        log.add(new Entry(floor, what, key, calendar, target));
        notice();
    }

    private void notice() {
        for (var found : walk(floor).passings.entrySet()) {
            if (ended < 0 || found.getValue() < ended) {
                passed.putIfAbsent(found.getKey(), found.getValue());
            }
        }
    }
}
