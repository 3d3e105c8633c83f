/** What operations see and do. */
@NullMarked
package io.casewright.operations.application;

import org.jspecify.annotations.NullMarked;
