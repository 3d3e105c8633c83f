/** The case: what was asked, what was found, what was answered, and everything that happened to it. Other modules refer to a case by its number. */
@NullMarked
package io.casewright.casefile;

import org.jspecify.annotations.NullMarked;
