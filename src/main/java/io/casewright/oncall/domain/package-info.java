/** Who is on call when. */
@NullMarked
package io.casewright.oncall.domain;

import org.jspecify.annotations.NullMarked;
