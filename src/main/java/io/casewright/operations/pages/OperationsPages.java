package io.casewright.operations.pages;

import io.casewright.access.Person;
import io.casewright.access.Role;
import io.casewright.operations.application.GroupIncidents;
import io.casewright.operations.application.IncidentGroup;
import io.casewright.operations.application.ReadOperations;
import io.casewright.operations.application.RetryIncidents;
import io.casewright.operations.domain.Command;
import io.casewright.operations.domain.Remedies;
import io.casewright.operations.domain.Waiting;
import io.casewright.operations.pages.OperationsPage.CommandList;
import io.casewright.operations.pages.OperationsPage.Done;
import io.casewright.operations.pages.OperationsPage.Entry;
import io.casewright.operations.pages.OperationsPage.Figure;
import io.casewright.operations.pages.OperationsPage.Group;
import io.casewright.operations.pages.OperationsPage.Place;
import io.casewright.operations.pages.OperationsPage.Unlike;
import io.casewright.operations.pages.OperationsPage.Version;
import io.casewright.platform.engine.Incident;
import io.casewright.platform.engine.ProcessModels;
import io.casewright.platform.pages.Moments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says in words what is seen of the engine, its incidents and the outbox. */
@Component
class OperationsPages {

    private static final int MOST_PLACES = 20;
    private static final String CASE_NUMBER = "CW-\\d{4}-\\d{6,}";

    private final ReadOperations operations;
    private final ProcessModels models;
    private final Moments moments;

    OperationsPages(ReadOperations operations, ProcessModels models, Moments moments) {
        this.operations = operations;
        this.models = models;
        this.moments = moments;
    }

    OperationsPage page(Person person) {
        var seen = operations.read();
        var commands = operations.commands();
        var running = commands.stream()
                .filter(command -> command.state() == Command.State.RUNNING)
                .map(Command::cause)
                .collect(Collectors.toSet());
        var incidents = seen.incidents();
        var versions = seen.versions();
        return new OperationsPage(
                person.has(Role.OPERATIONS),
                seen.answered() == null ? null : seen.answered().version(),
                figures(seen),
                incidents == null ? null : groups(incidents, running),
                incidents == null
                        ? 0
                        : incidents.groups().stream()
                                .mapToLong(group -> group.incidents().size())
                                .sum(),
                incidents != null && !incidents.all(),
                seen.deadLetters(),
                seen.waiting().stream().map(OperationsPages::entry).toList(),
                seen.findings().stream()
                        .map(finding -> new Unlike(
                                "%s %s".formatted(finding.subject(), finding.words()),
                                moments.of(finding.since()),
                                finding.remedy()))
                        .toList(),
                versions == null
                        ? null
                        : versions.stream()
                                .map(version -> new Version(
                                        version.name(), version.version(), version.newest(), version.running()))
                                .toList(),
                list(commands));
    }

    CommandList commands() {
        return list(operations.commands());
    }

    private List<Figure> figures(ReadOperations.Seen seen) {
        var figures = new ArrayList<Figure>();
        var answered = seen.answered();
        if (answered != null) {
            figures.add(new Figure(
                    "A question",
                    Spans.of(answered.question()),
                    null,
                    "until the engine said how it stands, just now"));
            figures.add(new Figure(
                    "A command",
                    Spans.of(answered.command()),
                    null,
                    "until the engine had written down and done a command, just now"));
        }
        if (seen.jobs() != null) {
            figures.add(new Figure(
                    "Jobs not done yet",
                    seen.jobs().toString(),
                    null,
                    "given to workers or waiting for one, as the engine's search shows it"));
        }
        var lag = seen.lag();
        if (lag != null) {
            figures.add(lag(lag));
        }
        if (seen.lastTold() != null) {
            figures.add(new Figure(
                    "Last new task told",
                    null,
                    moments.of(seen.lastTold()),
                    "when a listener told of a new task last"));
        }
        return figures;
    }

    private static Figure lag(ReadOperations.Lag lag) {
        String unknown = lag.notWrittenDown() == 0
                ? ""
                : "; %d of the engine's latest tasks %s not known here"
                        .formatted(lag.notWrittenDown(), lag.notWrittenDown() == 1 ? "is" : "are");
        return lag.known() == 0
                ? new Figure(
                        "From engine to task list",
                        "not known yet",
                        null,
                        "there is no task to measure it by" + unknown)
                : new Figure(
                        "From engine to task list",
                        "%s, at most %s".formatted(Spans.of(lag.median()), Spans.of(lag.longest())),
                        null,
                        "half of the latest %d tasks were here sooner, by the clocks of both machines%s"
                                .formatted(lag.known(), unknown));
    }

    private List<Group> groups(GroupIncidents.Grouped grouped, Set<String> running) {
        return grouped.groups().stream()
                .map(group -> group(group, grouped.numbers(), running))
                .toList();
    }

    private Group group(IncidentGroup group, Map<Long, String> numbers, Set<String> running) {
        var cause = group.cause();
        var places = group.incidents().stream()
                .map(incident -> numberOf(incident, numbers))
                .distinct()
                .toList();
        return new Group(
                cause.id(),
                stepOf(cause.processId(), cause.elementId()),
                processOf(cause.processId()),
                Remedies.wordsOf(cause.kind()),
                group.incidents().size(),
                moments.of(group.since()),
                group.text(),
                group.remedy(),
                places.stream()
                        .limit(MOST_PLACES)
                        .map(number -> new Place(number, number.matches(CASE_NUMBER) ? "/cases/" + number : null))
                        .toList(),
                Math.max(0, places.size() - MOST_PLACES),
                running.contains(cause.id()));
    }

    private static String numberOf(Incident incident, Map<Long, String> numbers) {
        return numbers.getOrDefault(incident.processInstanceKey(), "process " + incident.processInstanceKey());
    }

    private static Entry entry(Waiting waiting) {
        String kind = switch (waiting.kind()) {
            case "engine-message" -> "Message to the engine";
            case "customer-mail" -> "Letter to a customer";
            default -> sentence(waiting.kind().replace('-', ' '));
        };
        String failures = waiting.failing() == 0
                ? "none"
                : "%d, up to %d %s in a row"
                        .formatted(
                                waiting.failing(),
                                waiting.mostFailures(),
                                waiting.mostFailures() == 1 ? "time" : "times");
        return new Entry(
                kind,
                messageWords(waiting.message()),
                waiting.entries(),
                Spans.of(Duration.ofSeconds(Math.max(1, waiting.oldestSeconds()))),
                failures);
    }

    /** {@code casefile.requestReceived} is "Request received". */
    private static String messageWords(String message) {
        String name = message.substring(message.indexOf('.') + 1);
        return name.isEmpty()
                ? ""
                : sentence(name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT));
    }

    private CommandList list(List<Command> commands) {
        return new CommandList(
                commands.stream().map(this::done).toList(),
                commands.stream().anyMatch(command -> command.state() == Command.State.RUNNING));
    }

    private Done done(Command command) {
        int left = command.wanted() - command.resolved() - command.failed() - command.underWay();
        var result = new ArrayList<String>();
        result.add("%d of %d went on".formatted(command.resolved(), command.wanted()));
        if (command.failed() > 0) {
            result.add(command.failed() + " still failing");
        }
        if (command.underWay() > 0) {
            result.add(command.underWay() + " still trying");
        }
        if (left > 0) {
            result.add(left + (command.state() == Command.State.RUNNING ? " to come" : " not tried"));
        }
        return new Done(
                stepOf(command.processId(), command.elementId()),
                processOf(command.processId()),
                command.byName(),
                moments.of(command.startedAt()),
                switch (command.state()) {
                    case RUNNING -> "Running";
                    case DONE -> command.failed() == 0 ? "Done" : "Done, not all went on";
                    case STOPPED -> "Stopped";
                    case BROKEN_OFF -> "Broken off";
                },
                command.state().name(),
                String.join(", ", result),
                command.reason());
    }

    private String stepOf(String processId, String elementId) {
        return Objects.requireNonNullElse(models.labelOf(processId, elementId), elementId);
    }

    private String processOf(String processId) {
        return Objects.requireNonNullElse(models.labelOf(processId, processId), processId);
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** What a person reads after the command was given. */
    static String noticeOf(RetryIncidents.Begun begun) {
        return switch (begun) {
            case YES ->
                "They are being retried, at most %d at once; see below how it goes."
                        .formatted(RetryIncidents.MOST_AT_ONCE);
            case RUNS_ALREADY -> "They are being retried already; see below how it goes.";
            case NONE_LEFT -> "Nothing was done: no incident of this cause is left.";
        };
    }
}
