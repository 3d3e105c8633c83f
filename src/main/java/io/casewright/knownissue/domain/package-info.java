/** The waits of cases with an issue of Microsoft. */
@NullMarked
package io.casewright.knownissue.domain;

import org.jspecify.annotations.NullMarked;
