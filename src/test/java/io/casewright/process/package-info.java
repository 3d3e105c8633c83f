/** The process models alone, run by a real engine in memory: workers and agents are played by the tests. */
@NullMarked
package io.casewright.process;

import org.jspecify.annotations.NullMarked;
