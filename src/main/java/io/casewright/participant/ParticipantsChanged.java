package io.casewright.participant;

/** Somebody takes part in the conversation of a case, or otherwise than before; published in the transaction that keeps it. */
public record ParticipantsChanged(String caseNumber) {}
