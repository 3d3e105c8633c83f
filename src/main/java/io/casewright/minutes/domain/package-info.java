/** What the facts about a case say of its time. */
@NullMarked
package io.casewright.minutes.domain;

import org.jspecify.annotations.NullMarked;
