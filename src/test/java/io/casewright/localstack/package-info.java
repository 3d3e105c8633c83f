/**
 * The whole shop on one machine: starts MySQL, the embedded engine and the application as processes of
 * their own on the loopback address, for {@code ./casewright up} and for the end-to-end tests alike.
 */
@NullMarked
package io.casewright.localstack;

import org.jspecify.annotations.NullMarked;
