/** Lets cases wait with an issue of Microsoft, watches it, and lets them go on. */
@NullMarked
package io.casewright.knownissue.application;

import org.jspecify.annotations.NullMarked;
