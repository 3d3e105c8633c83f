/** Statements at the Desk, and for the customer who has the link of a letter. */
@NullMarked
package io.casewright.statement.pages;

import org.jspecify.annotations.NullMarked;
