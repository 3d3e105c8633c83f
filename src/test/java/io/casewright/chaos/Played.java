package io.casewright.chaos;

/** A case of the run. */
record Played(Script script, Life life) {}
