package io.casewright.access;

import java.util.List;
import org.springframework.security.core.userdetails.User;

/** A demo person at the REST interface of a developer's machine. */
final class LocalUser extends User {

    private final transient Person person;

    /** The password is not hashed on purpose: a known one needs no protection, and hashing would cost each request 50 ms. */
    LocalUser(Person person) {
        super(person.login(), "{noop}" + person.login(), List.of());
        this.person = person;
    }

    Person person() {
        return person;
    }
}
