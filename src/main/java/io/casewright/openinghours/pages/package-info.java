/** Opening hours at the Desk. */
@NullMarked
package io.casewright.openinghours.pages;

import org.jspecify.annotations.NullMarked;
