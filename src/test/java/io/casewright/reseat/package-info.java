/** The engine is lost and all that is open goes on in another. */
package io.casewright.reseat;
