/** Reading and keeping plans. */
@NullMarked
package io.casewright.plan.application;

import org.jspecify.annotations.NullMarked;
