/** Steps of the process that puts a mail before a person. */
@NullMarked
package io.casewright.intake.process;

import org.jspecify.annotations.NullMarked;
