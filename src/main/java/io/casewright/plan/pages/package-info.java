/** Plans as pages: in public for customers, and at the Desk for who keeps them. */
@NullMarked
package io.casewright.plan.pages;

import org.jspecify.annotations.NullMarked;
