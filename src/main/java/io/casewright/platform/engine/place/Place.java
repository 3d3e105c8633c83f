package io.casewright.platform.engine.place;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a process is: at the step that was begun last. A process that goes on in several ways at once has a place in each.
 *
 * @param generation of the engine that issued the key of its instance
 * @param stepKey what makes the step act once, whichever engine asks for it
 * @param reference number of the major case, reference of the vendor ticket, or key of the change of a plan, of the proposed statement or of the missed promise
 * @param variables all that the step could see when it was begun
 */
public record Place(
        long id,
        int generation,
        String processId,
        long processInstanceKey,
        String elementId,
        String stepKey,
        @Nullable String caseNumber,
        @Nullable String reference,
        Map<String, Object> variables) {}
