/** What the Desk talks about: its lists, and what a row of them says. */
@NullMarked
package io.casewright.desk.domain;

import org.jspecify.annotations.NullMarked;
