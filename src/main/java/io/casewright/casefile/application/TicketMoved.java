package io.casewright.casefile.application;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.TicketTurn;

/**
 * It is another one's turn at a ticket of a case; published in the transaction that writes the ticket.
 *
 * @param reference our name for the ticket
 * @param vendor where it is: MICROSOFT, PROVIDER or VENDOR
 */
public record TicketMoved(CaseNumber number, String reference, String vendor, TicketTurn turn) {}
