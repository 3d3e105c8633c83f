/** Keeping the rota, and calling people by it. */
@NullMarked
package io.casewright.oncall.application;

import org.jspecify.annotations.NullMarked;
