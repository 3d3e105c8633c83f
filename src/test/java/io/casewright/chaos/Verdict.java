package io.casewright.chaos;

import io.casewright.localstack.BreakableStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Whether a case is where its script says, and whatever was to happen happened once. */
final class Verdict {

    /** May come more than once: the engine was lost, and the case went on. */
    private static final String SET_GOING_AGAIN = "set_going_again";

    /** After what may happen or not, as Microsoft is in the way or not. */
    private static final String MAYBE = "?";

    /** What happens to tickets, which is another story when a person opens one by hand. */
    private static final String TICKET = "ticket_";

    /** That a desk was in trouble, and that it is not any more, is told as news of the ticket. */
    private static final Pattern DESK_AWAY = Pattern.compile(" does not answer since | answers again\\.$");

    private final Callers callers;
    private final BreakableStack stack;
    private final Letters letters;

    Verdict(Callers callers, BreakableStack stack, Letters letters) {
        this.callers = callers;
        this.stack = stack;
        this.letters = letters;
    }

    /** What is wrong, each with the number of the case. */
    List<String> on(Script script, Life life) {
        String number = life.number();
        if (number == null) {
            return List.of("%s: never opened, it %s".formatted(script, life.now()));
        }
        var faults = new ArrayList<String>();
        if (!life.isDone()) {
            faults.add(life.now());
        }
        String address = "/api/v1/cases/" + number;
        String status = callers.get(address).json().path("status").asText();
        if (!status.equals(script.status())) {
            faults.add("is %s in place of %s".formatted(status, script.status()));
        }
        faults.addAll(differences(
                script.timeline().stream().filter(what -> !(life.isByHand() && what.startsWith(TICKET))),
                happened(address, life.isByHand())));
        faults.addAll(letters.faultsOf(number, script.letters(), life.wrote()));
        if (!life.isByHand()) {
            faults.addAll(ticketFaults(script, number));
        }
        return faults.stream()
                .map(fault -> "%s, %s: %s".formatted(number, script, fault))
                .toList();
    }

    /** All that happened to the case, for whoever looks for the reason. */
    String history(Life life) {
        return StreamSupport.stream(
                        callers.get("/api/v1/cases/" + life.number() + "/timeline")
                                .json()
                                .spliterator(),
                        false)
                .map(entry -> entry.path("at").asText().substring(11, 23) + " "
                        + entry.path("happened").asText())
                .collect(Collectors.joining(", "));
    }

    private Stream<String> happened(String address, boolean byHand) {
        return StreamSupport.stream(callers.get(address + "/timeline").json().spliterator(), false)
                .filter(entry -> !DESK_AWAY.matcher(entry.path("text").asText()).find())
                .map(entry -> entry.path("happened").asText())
                .filter(what -> !what.equals(SET_GOING_AGAIN))
                .filter(what -> !(byHand && what.startsWith(TICKET)));
    }

    private static List<String> differences(Stream<String> expected, Stream<String> happened) {
        var wanted = counted(expected);
        var found = counted(happened);
        var all = new TreeMap<>(wanted);
        all.putAll(found);
        return all.keySet().stream()
                .filter(what -> !what.endsWith(MAYBE))
                .filter(what -> !wanted.getOrDefault(what, 0L).equals(found.getOrDefault(what, 0L)))
                .filter(what -> !(wanted.containsKey(what + MAYBE) && found.getOrDefault(what, 0L) <= 1))
                .map(what -> "%s happened %d times in place of %d"
                        .formatted(what, found.getOrDefault(what, 0L), wanted.getOrDefault(what, 0L)))
                .toList();
    }

    private static Map<String, Long> counted(Stream<String> words) {
        return words.collect(Collectors.groupingBy(word -> word, TreeMap::new, Collectors.counting()));
    }

    private List<String> ticketFaults(Script script, String number) {
        var desk = script.desk(stack.microsoft());
        if (desk == null) {
            return List.of();
        }
        var tickets = desk.all().stream()
                .filter(ticket -> ticket.reference().startsWith(number))
                .toList();
        var faults = new ArrayList<String>();
        if (tickets.size() != 1) {
            faults.add("%d tickets in place of one".formatted(tickets.size()));
        }
        tickets.forEach(ticket -> counted(ticket.notes().stream().map(note -> note.text()))
                .forEach((text, times) -> {
                    if (times > 1) {
                        faults.add("a note is there %d times: %s".formatted(times, text));
                    }
                }));
        return faults;
    }
}
