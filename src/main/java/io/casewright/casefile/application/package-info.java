/** What can be done with a case; each use case is one transaction. */
@NullMarked
package io.casewright.casefile.application;

import org.jspecify.annotations.NullMarked;
