/**
 * Everything said about a case: letters to the customer, which leave by mail, the customer's replies, and the notes of
 * agents. Knows a case by its number only.
 */
@NullMarked
package io.casewright.message;

import org.jspecify.annotations.NullMarked;
