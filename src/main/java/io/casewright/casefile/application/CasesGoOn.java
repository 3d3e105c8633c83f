package io.casewright.casefile.application;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.SupportCases;
import io.casewright.platform.engine.place.CarriedByProcess;
import io.casewright.platform.engine.place.Place;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases go on in another engine as they stand in the database. */
@Component
class CasesGoOn implements CarriedByProcess {

    private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

    private final SupportCases cases;
    private final CaseSteps steps;
    private final CaseProcess process;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;

    CasesGoOn(
            SupportCases cases,
            CaseSteps steps,
            CaseProcess process,
            TransactionTemplate transaction,
            ObjectMapper json) {
        this.cases = cases;
        this.steps = steps;
        this.process = process;
        this.transaction = transaction;
        this.json = json;
    }

    @Override
    public String processId() {
        return "support-case";
    }

    @Override
    public String name() {
        return "case";
    }

    @Override
    public Set<String> open() {
        return cases.findOpenNumbers();
    }

    @Override
    public String keyOf(Place place) {
        return Objects.requireNonNullElse(place.caseNumber(), "");
    }

    /** Only where nothing was done yet that another beginning would do once more, and nobody waits for an answer. */
    @Override
    public Optional<Runnable> startAgain(String key) {
        return Optional.of(
                () -> transaction.executeWithoutResult(status -> beginAgain(steps.find(new CaseNumber(key)))));
    }

    private void beginAgain(SupportCase supportCase) {
        switch (supportCase.status()) {
            case RECEIVED -> {
                if (supportCase.processInstanceKey().isEmpty()) {
                    process.startAgain(supportCase);
                }
            }
            case DIAGNOSING -> {
                supportCase.awaitProcess();
                process.startAgain(supportCase);
            }
            default -> {
                // A person decides.
            }
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> factsOf(String key) {
        return json.convertValue(steps.factsOf(steps.find(new CaseNumber(key))), VARIABLES);
    }

    @Override
    @Transactional
    public void forgetEnded() {
        cases.forgetProcessesOfEnded();
    }

    @Override
    @Transactional
    public void goesOn(String key, long processInstanceKey) {
        var supportCase = steps.find(new CaseNumber(key));
        if (!supportCase.status().isEnded()) {
            supportCase.carriedBy(processInstanceKey);
        }
        steps.record(supportCase, Kind.SET_GOING_AGAIN, Actor.SYSTEM, null, null);
    }
}
