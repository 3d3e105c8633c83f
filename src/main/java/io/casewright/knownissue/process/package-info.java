/** The workers of the process that watches a known issue, and of those steps of a case that deal with one. */
@NullMarked
package io.casewright.knownissue.process;

import org.jspecify.annotations.NullMarked;
