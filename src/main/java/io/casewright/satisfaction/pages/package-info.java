/** Where a customer rates, without a login, and what the page of a case shows of it. */
@NullMarked
package io.casewright.satisfaction.pages;

import org.jspecify.annotations.NullMarked;
