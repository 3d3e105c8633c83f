package io.casewright.oncall.application;

import io.casewright.oncall.client.TellProgram;
import io.casewright.oncall.domain.Reach;
import io.casewright.oncall.persistence.Rotas;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** By which address or program people are told, of what, and when not. What cannot be done is said in a sentence. */
@Service
public class KeepReach {

    private static final Pattern ADDRESS = Pattern.compile("[!-?A-~]{1,190}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private final Rotas rotas;
    private final TellProgram program;

    KeepReach(Rotas rotas, TellProgram program) {
        this.rotas = rotas;
        this.program = program;
    }

    /** How somebody wants to be called; empty while that was not said. */
    public Optional<Reach> reachOf(String login) {
        return rotas.reachOf(login);
    }

    /** Whether people may have a program told instead of a mail. */
    public boolean tellsPrograms() {
        return program.isPossible();
    }

    /**
     * How somebody wants to be called, as it was typed.
     *
     * @param hook empty for mail
     * @param quietFrom local time of the partner's zone; empty with {@code quietUntil} for no quiet hours
     */
    public record TypedReach(
            String address, String hook, boolean assignments, boolean replies, String quietFrom, String quietUntil) {}

    /** Why somebody is not called so; empty from now on. */
    @Transactional
    public Optional<String> reachBy(String login, TypedReach typed) {
        String address = typed.address().strip();
        if (address.length() > 254 || !ADDRESS.matcher(address).matches()) {
            return Optional.of("Mail address: write it as name@company.example.");
        }
        String hook = typed.hook().strip();
        var problem = hook.isEmpty() ? Optional.<String>empty() : program.problemWith(hook);
        if (problem.isPresent()) {
            return problem;
        }
        var quietFrom = timeOfDay(typed.quietFrom());
        var quietUntil = timeOfDay(typed.quietUntil());
        boolean isQuiet = !typed.quietFrom().isBlank() || !typed.quietUntil().isBlank();
        if (isQuiet && (quietFrom == null || quietUntil == null || quietFrom.equals(quietUntil))) {
            return Optional.of("Quiet hours: write both times, such as 20:00 and 07:00, or neither.");
        }
        rotas.keep(new Reach(
                login,
                address,
                hook.isEmpty() ? null : hook,
                typed.assignments(),
                typed.replies(),
                quietFrom,
                quietUntil));
        return Optional.empty();
    }

    private static @Nullable LocalTime timeOfDay(String typed) {
        try {
            return LocalTime.parse(typed.strip()).truncatedTo(ChronoUnit.MINUTES);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
