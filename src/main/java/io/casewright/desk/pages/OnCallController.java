package io.casewright.desk.pages;

import io.casewright.access.Person;
import io.casewright.casefile.domain.Queue;
import io.casewright.desk.application.DeskRights;
import io.casewright.desk.application.ReadDesk;
import io.casewright.desk.domain.Colleague;
import io.casewright.oncall.application.AnswerCall;
import io.casewright.oncall.application.KeepReach;
import io.casewright.oncall.application.KeepReach.TypedReach;
import io.casewright.oncall.application.KeepRota;
import io.casewright.oncall.application.KeepRota.NewShift;
import io.casewright.oncall.application.KeepRota.QueueRota;
import io.casewright.oncall.domain.Call;
import io.casewright.oncall.domain.Rota;
import io.casewright.openinghours.application.OpeningHours;
import io.casewright.platform.pages.Moments;
import io.casewright.platform.pages.Texts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is on call for which queue, who was called, and who is on it. */
@Controller
@RequestMapping("/desk/on-call")
class OnCallController {

    private static final String ONLY_MANAGERS =
            "Only a duty manager changes who is on call. Ask somebody with that role.";

    private final KeepRota rota;
    private final KeepReach reach;
    private final OpeningHours openingHours;
    private final AnswerCall calls;
    private final ReadDesk desk;
    private final DeskPages pages;
    private final Moments moments;
    private final Texts texts;

    OnCallController(
            KeepRota rota,
            KeepReach reach,
            OpeningHours openingHours,
            AnswerCall calls,
            ReadDesk desk,
            DeskPages pages,
            Moments moments,
            Texts texts) {
        this.rota = rota;
        this.reach = reach;
        this.openingHours = openingHours;
        this.calls = calls;
        this.desk = desk;
        this.pages = pages;
        this.moments = moments;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView show(Person person) {
        var names = desk.colleagues().stream().collect(Collectors.toMap(Colleague::login, Colleague::name));
        var hours = openingHours.ofQueuesInWords(LocaleContextHolder.getLocale());
        return new ModelAndView(
                "desk/on-call",
                "page",
                new OnCallPage(
                        wish(person),
                        DeskRights.managesWork(person),
                        rota.rota().entrySet().stream()
                                .map(entry -> lines(entry, hours.get(entry.getKey()), names))
                                .toList(),
                        calls.latest().stream()
                                .map(call -> line(call, names, person))
                                .toList(),
                        queues(),
                        rota.reachable().stream()
                                .map(login -> new DeskPage.Choice(login, names.getOrDefault(login, login), false))
                                .toList()));
    }

    @PostMapping("/shifts")
    String plan(
            @RequestParam String queue,
            @RequestParam String login,
            @RequestParam(required = false) @Nullable String begins,
            @RequestParam(required = false) @Nullable String ends,
            Person person,
            RedirectAttributes redirect) {
        return changed(person, redirect, () -> rota.add(new NewShift(queue, login, begins, ends)));
    }

    @PostMapping("/removal")
    String remove(@RequestParam long shift, Person person, RedirectAttributes redirect) {
        return changed(person, redirect, () -> rota.remove(shift));
    }

    @PostMapping("/address")
    String reachBy(
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String hook,
            @RequestParam(defaultValue = "false") boolean assignments,
            @RequestParam(defaultValue = "false") boolean replies,
            @RequestParam(defaultValue = "") String quietFrom,
            @RequestParam(defaultValue = "") String quietUntil,
            Person person,
            RedirectAttributes redirect) {
        var typed = new TypedReach(address, hook, assignments, replies, quietFrom, quietUntil);
        return told(
                DeskRights.acts(person)
                        ? reach.reachBy(person.login(), typed)
                        : Optional.of("Only people who work on cases are called."),
                redirect);
    }

    @PostMapping("/acknowledgement")
    String answer(@RequestParam long call, Person person, RedirectAttributes redirect) {
        return told(calls.answer(call, person.login(), DeskRights.managesWork(person)), redirect);
    }

    private OnCallPage.Wish wish(Person person) {
        return reach.reachOf(person.login())
                .map(kept -> new OnCallPage.Wish(
                        kept.address(),
                        Objects.requireNonNullElse(kept.hook(), ""),
                        reach.tellsPrograms(),
                        kept.assignments(),
                        kept.replies(),
                        Objects.toString(kept.quietFrom(), ""),
                        Objects.toString(kept.quietUntil(), "")))
                .orElse(new OnCallPage.Wish("", "", reach.tellsPrograms(), false, false, "", ""));
    }

    private static String changed(Person person, RedirectAttributes redirect, Supplier<Optional<String>> change) {
        return told(DeskRights.managesWork(person) ? change.get() : Optional.of(ONLY_MANAGERS), redirect);
    }

    private static String told(Optional<String> problem, RedirectAttributes redirect) {
        problem.ifPresent(why -> redirect.addFlashAttribute("problem", why));
        return "redirect:/desk/on-call";
    }

    private OnCallPage.QueueLines lines(
            Map.Entry<String, QueueRota> entry, @Nullable String hours, Map<String, String> names) {
        var planned = entry.getValue();
        return new OnCallPage.QueueLines(
                nameOfQueue(entry.getKey()),
                hours,
                planned.shifts().stream()
                        .map(shift -> new OnCallPage.ShiftLine(
                                shift.id(),
                                names.getOrDefault(shift.login(), shift.login()),
                                moments.of(shift.begins()),
                                moments.of(shift.ends())))
                        .toList(),
                spans(planned.gaps()),
                spans(planned.overlaps()));
    }

    private List<OnCallPage.Span> spans(List<Rota.Stretch> stretches) {
        return stretches.stream()
                .map(each -> new OnCallPage.Span(moments.of(each.from()), moments.of(each.to())))
                .toList();
    }

    private OnCallPage.CallLine line(Call call, Map<String, String> names, Person person) {
        Function<String, String> nameOf = login -> names.getOrDefault(login, login);
        String answeredBy = call.answeredBy();
        String state = answeredBy != null
                ? texts.of("on-call.is-on-it", nameOf.apply(answeredBy))
                : texts.of(call.isOpen() ? "on-call.waits" : "on-call.nobody-answered");
        return new OnCallPage.CallLine(
                call.id(),
                call.caseNumber(),
                texts.said(call.reason()),
                nameOfQueue(call.queue()),
                moments.of(call.openedAt()),
                call.attempts().stream()
                        .map(attempt -> nameOf.apply(attempt.login()) + ", "
                                + moments.of(attempt.at()).words())
                        .toList(),
                state,
                call.isOpen() && (call.hasCalled(person.login()) || DeskRights.managesWork(person)));
    }

    private String nameOfQueue(String group) {
        return group.equals(Queue.DUTY_MANAGER.group()) ? texts.of("on-call.duty-managers") : pages.queueWords(group);
    }

    private List<DeskPage.Choice> queues() {
        return Stream.of(Queue.values())
                .map(Queue::group)
                .map(group -> new DeskPage.Choice(group, nameOfQueue(group), false))
                .toList();
    }
}
