package io.casewright.customer;

import java.util.Currency;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the customers.
 *
 * @param currency in which the partner charges where a customer's plan names none, three letters of ISO 4217
 */
@ConfigurationProperties("casewright.customer")
record CustomerSettings(@DefaultValue("EUR") Currency currency) {}
