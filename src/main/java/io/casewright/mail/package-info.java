/** Reads mail: who it is from and what proves it, its words in whatever form they come, and the files with it. What becomes of it others decide. */
@NullMarked
package io.casewright.mail;

import org.jspecify.annotations.NullMarked;
