/** Making statements, deciding on them, sending them and taking disputes. */
@NullMarked
package io.casewright.statement.application;

import org.jspecify.annotations.NullMarked;
