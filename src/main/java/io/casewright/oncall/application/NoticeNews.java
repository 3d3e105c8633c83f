package io.casewright.oncall.application;

import io.casewright.message.MessageKept;
import io.casewright.oncall.application.TellPerson.Notice;
import io.casewright.oncall.domain.Reach;
import io.casewright.oncall.persistence.Rotas;
import io.casewright.platform.time.PartnerDays;
import io.casewright.task.TaskAssigned;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells people of what they chose to be told of, outside their quiet hours: a task that others gave them, a word of a customer of theirs. */
@Component
class NoticeNews {

    private final Rotas rotas;
    private final TellPerson tellPerson;
    private final PartnerDays days;
    private final Clock clock;

    NoticeNews(Rotas rotas, TellPerson tellPerson, PartnerDays days, Clock clock) {
        this.rotas = rotas;
        this.tellPerson = tellPerson;
        this.days = days;
        this.clock = clock;
    }

    @EventListener
    void assigned(TaskAssigned assigned) {
        rotas.reachOf(assigned.login())
                .filter(Reach::assignments)
                .ifPresent(reach ->
                        order(reach, "task-" + assigned.task(), assigned.caseNumber(), "A task was assigned to you"));
    }

    @EventListener
    void written(MessageKept kept) {
        var message = kept.message();
        if (message.isReply()) {
            rotas.concernedBy(message.caseNumber()).stream()
                    .flatMap(login -> rotas.reachOf(login).stream())
                    .filter(Reach::replies)
                    .forEach(reach ->
                            order(reach, "message-" + message.id(), message.caseNumber(), "The customer has written"));
        }
    }

    private void order(Reach reach, String id, String caseNumber, String reason) {
        var now = clock.instant();
        tellPerson.order(
                new Notice(id, reach.login(), caseNumber, reason),
                Duration.between(now, reach.notBefore(now, days.zone())));
    }
}
