/**
 * Microsoft's side, simulated at its real paths and shapes, for tests, benchmarks and the local stack; it is no part of the
 * application. What it takes and says is held against the example messages in {@code src/test/resources/microsoft}.
 */
package io.casewright.simulator;
