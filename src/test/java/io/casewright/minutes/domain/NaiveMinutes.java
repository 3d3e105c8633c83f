package io.casewright.minutes.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Walks from second to second with what it is told in plain words, and shares no class with what it checks. */
final class NaiveMinutes {

    private record Word(long second, String word, String about) {}

    private final List<Word> words = new ArrayList<>();
    private final ZoneId zone;
    private final int opens;
    private final int closes;
    private final TreeMap<Long, int[]> vendor = new TreeMap<>();
    private long closedAtVendor;
    private long latest = Long.MIN_VALUE;

    /** Open from Monday to Friday from one hour to another. */
    NaiveMinutes(ZoneId zone, int opens, int closes) {
        this.zone = zone;
        this.opens = opens;
        this.closes = closes;
    }

    /** From a second on the vendor is open on the same days from one hour to another. */
    void vendorIsOpen(long since, int from, int to) {
        vendor.put(since, new int[] {from, to});
    }

    void hear(long second, String word, String about) {
        latest = Math.max(latest, second);
        words.add(new Word(latest, word, about));
    }

    /** How many seconds each had. */
    Map<String, Long> count(long until) {
        var counts = new TreeMap<String, Long>();
        var takenBackLater = new ArrayList<Word>();
        words.stream().filter(word -> word.word().equals("unlinked")).forEach(takenBackLater::add);
        int next = 0;
        String state = "us";
        String issue = "";
        boolean wrote = false;
        var filing = new TreeSet<String>();
        var theirs = new TreeSet<String>();
        var waiting = new TreeSet<String>();
        for (long second = words.getFirst().second(); second < until; second++) {
            while (next < words.size() && words.get(next).second() <= second) {
                var word = words.get(next++);
                switch (word.word()) {
                    case "wrote" -> wrote = true;
                    case "heard" -> wrote = false;
                    case "prepared" -> {
                        filing.add(word.about());
                    }
                    case "filed", "answered" -> {
                        filing.remove(word.about());
                        waiting.remove(word.about());
                        theirs.add(word.about());
                    }
                    case "asked" -> {
                        theirs.remove(word.about());
                        waiting.add(word.about());
                    }
                    case "shut" -> {
                        filing.remove(word.about());
                        waiting.remove(word.about());
                        theirs.remove(word.about());
                    }
                    default -> {
                        state = word.word();
                        issue = word.about();
                        wrote = false;
                    }
                }
            }
            String whose = whose(state, wrote, !filing.isEmpty() || !waiting.isEmpty(), !theirs.isEmpty());
            if (whose.equals("microsoft") && state.equals("linked")) {
                String with = issue;
                long now = second;
                if (takenBackLater.stream()
                        .anyMatch(word -> word.second() > now && word.about().equals(with))) {
                    whose = "us";
                }
            }
            if (whose.equals("microsoft") && !isVendorOpen(second)) {
                whose = "closed";
                closedAtVendor++;
            }
            if (whose.equals("us") && !isOpen(second, opens, closes)) {
                whose = "closed";
            }
            if (!whose.equals("nobody")) {
                counts.merge(whose, 1L, Long::sum);
            }
        }
        return counts;
    }

    private static String whose(String state, boolean wrote, boolean ticketIsOurs, boolean ticketIsTheirs) {
        return switch (state) {
            case "question", "consent", "confirmation" -> wrote ? "us" : "customer";
            case "linked" -> "microsoft";
            case "handed" -> ticketIsOurs || !ticketIsTheirs ? "us" : "microsoft";
            case "ended" -> "nobody";
            default -> "us";
        };
    }

    /** In how many of the closed seconds it was the vendor's turn. */
    long closedAtVendor() {
        return closedAtVendor;
    }

    private boolean isVendorOpen(long second) {
        var held = vendor.floorEntry(second);
        return held == null || isOpen(second, held.getValue()[0], held.getValue()[1]);
    }

    private boolean isOpen(long second, int from, int to) {
        var wall = Instant.ofEpochSecond(second).atZone(zone);
        return wall.getDayOfWeek() != DayOfWeek.SATURDAY
                && wall.getDayOfWeek() != DayOfWeek.SUNDAY
                && wall.getHour() >= from
                && wall.getHour() < to;
    }
}
