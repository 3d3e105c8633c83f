package io.casewright.promise.application;

import io.casewright.platform.engine.FormChoice;
import java.util.List;

/** Who can be given tasks. */
public interface WhoMayHelp {

    /** People who work on cases of the queue, by login, as a form offers them. */
    List<FormChoice> in(String queue);
}
