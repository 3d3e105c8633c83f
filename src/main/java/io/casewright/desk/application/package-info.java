/** What people do at the Desk, and what they must know for it. */
@NullMarked
package io.casewright.desk.application;

import org.jspecify.annotations.NullMarked;
