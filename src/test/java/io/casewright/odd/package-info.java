/** Odd requests over real connections, drawn by a seed: whatever comes in is answered, and nothing of our insides goes out. */
package io.casewright.odd;
