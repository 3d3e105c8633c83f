package io.casewright.audit;

import io.casewright.platform.engine.EngineSilent;
import io.casewright.platform.engine.audit.AuditCheck;
import io.casewright.platform.engine.audit.Finding;
import io.casewright.platform.engine.audit.ReadEngine;
import io.casewright.platform.engine.place.EngineGeneration;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Compares what MySQL holds with what the engine carries. */
@Service
public class AuditEngine {

    private static final Logger log = LoggerFactory.getLogger(AuditEngine.class);

    private final ReadEngine engine;
    private final EngineGeneration generation;
    private final List<AuditCheck> checks;

    AuditEngine(ReadEngine engine, EngineGeneration generation, List<AuditCheck> checks) {
        this.engine = engine;
        this.generation = generation;
        this.checks = checks;
    }

    /**
     * All that does not fit at this moment, by kind and subject. What is just on its way may be among it: only what a second look finds
     * as well counts.
     *
     * @throws EngineSilent when the engine does not tell what it carries, or does not carry all yet
     */
    public List<Finding> look() {
        if (!generation.newest().isComplete()) {
            throw new EngineSilent(
                    "What is open is being set going in another engine. Look again when the log says \"Set going again\".");
        }
        var state = engine.read();
        return checks.stream()
                .flatMap(check -> check.look(state).stream())
                .sorted(Comparator.comparing(Finding::kind).thenComparing(Finding::subject))
                .toList();
    }

    /** Mends what can be; each on its own, so that one which fails stops no other. Returns how many were mended. */
    public int repair(List<Finding> findings) {
        int repaired = 0;
        for (Finding finding : findings) {
            var repair = finding.repair();
            if (repair == null) {
                continue;
            }
            try {
                repair.run();
                repaired++;
                log.info("Repaired: {} {}", finding.subject(), finding.words());
            } catch (RuntimeException e) {
                log.warn(
                        "{} {} and could not be repaired; it is tried again at the next look",
                        finding.subject(),
                        finding.words(),
                        e);
            }
        }
        return repaired;
    }
}
