package io.casewright.prepaid.application;

import io.casewright.platform.text.Money;
import java.time.LocalDate;

/**
 * A customer bought packages of prepaid hours; published once, in the transaction that adds the hours.
 *
 * @param price of each, net
 * @param day on which it was, where the partner is
 * @param plan id of the plan whose version says price and hours
 * @param key of this purchase alone
 */
public record PackageBought(
        long customer, int packages, Money price, LocalDate day, long plan, int planVersion, String key) {}
