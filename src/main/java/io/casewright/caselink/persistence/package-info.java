/** Links as they are kept: by their fingerprints. */
@NullMarked
package io.casewright.caselink.persistence;

import org.jspecify.annotations.NullMarked;
