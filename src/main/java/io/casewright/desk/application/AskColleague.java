package io.casewright.desk.application;

import io.casewright.access.Person;
import io.casewright.casefile.application.ReceiveMessage;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.desk.domain.Colleague;
import io.casewright.desk.domain.Question;
import io.casewright.desk.persistence.DeskPeople;
import io.casewright.desk.persistence.Questions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks one colleague about a case and takes the answer, both as notes in its conversation; nothing of it reaches the customer. */
@Service
public class AskColleague {

    private final Questions questions;
    private final DeskPeople people;
    private final ReceiveMessage messages;
    private final Clock clock;

    AskColleague(Questions questions, DeskPeople people, ReceiveMessage messages, Clock clock) {
        this.questions = questions;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
    }

    /** Who can be asked: everybody who works on cases but the person. */
    public List<Colleague> askable(Person person) {
        return people.all().stream()
                .filter(Colleague::acts)
                .filter(colleague -> !colleague.login().equals(person.login()))
                .toList();
    }

    /** Why nobody of this login can be asked, as a sentence for who asks. */
    public Optional<String> problemWith(Person person, String login) {
        return find(person, login).isPresent()
                ? Optional.empty()
                : Optional.of("Who is asked: nobody who works on cases has this login. Choose one of the list.");
    }

    /**
     * Asks.
     *
     * @param login of whom there is no {@linkplain #problemWith problem}
     * @param key one for each question of the case: sent twice it is one question
     * @return the name of who is asked
     * @throws io.casewright.casefile.domain.NotPossibleNow when the case takes no notes any more
     */
    @Transactional
    public String ask(CaseNumber number, String text, Person person, String login, String key) {
        Colleague asked = find(person, login).orElseThrow();
        messages.note(number, addressed(asked.name(), text), person.login(), key);
        questions.ask(number.value(), key, person.login(), login, clock.instant());
        return asked.name();
    }

    /**
     * Answers.
     *
     * @param key as for {@link #ask}
     * @return false when the person is not asked that, or answered before
     */
    @Transactional
    public boolean answer(CaseNumber number, long question, String text, Person person, String key) {
        var asker = questions.answer(number.value(), question, person.login(), key, clock.instant());
        asker.ifPresent(name -> messages.note(number, addressed(name, text), person.login(), key));
        return asker.isPresent();
    }

    /** What the person is asked, the oldest first. */
    public List<Question> askedOf(Person person) {
        return questions.askedOf(person.login());
    }

    public long countAskedOf(Person person) {
        return questions.countAskedOf(person.login());
    }

    /** What is asked about the case and not answered, the oldest first. */
    public List<Question> about(CaseNumber number) {
        return questions.about(number.value());
    }

    private Optional<Colleague> find(Person person, String login) {
        return askable(person).stream()
                .filter(colleague -> colleague.login().equals(login))
                .findFirst();
    }

    private static String addressed(String name, String text) {
        return "@" + name + ": " + text;
    }
}
