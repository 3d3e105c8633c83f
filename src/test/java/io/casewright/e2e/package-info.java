/**
 * The real stack through a real browser: few paths, each from the first word of a customer to the last.
 */
package io.casewright.e2e;
