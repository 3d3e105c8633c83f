/** Operations as people see them in a browser. */
@NullMarked
package io.casewright.operations.pages;

import org.jspecify.annotations.NullMarked;
