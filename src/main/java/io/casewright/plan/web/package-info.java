/** Plans in the REST interface. */
@NullMarked
package io.casewright.plan.web;

import org.jspecify.annotations.NullMarked;
