package io.casewright.desk.persistence;

import io.casewright.platform.engine.FormChoice;
import io.casewright.promise.application.WhoMayHelp;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whoever has been at the Desk and works in a queue. */
@Component
class PeopleOfQueues implements WhoMayHelp {

    private final DeskPeople people;

    PeopleOfQueues(DeskPeople people) {
        this.people = people;
    }

    @Override
    public List<FormChoice> in(String queue) {
        return people.all().stream()
                .filter(colleague -> colleague.mayTake(queue))
                .map(colleague -> new FormChoice(colleague.name(), colleague.login()))
                .toList();
    }
}
