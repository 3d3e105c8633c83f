/** The same trouble of many customers, handled as one major case; each customer's own case stays a case of its own. */
@NullMarked
package io.casewright.majorcase;

import org.jspecify.annotations.NullMarked;
