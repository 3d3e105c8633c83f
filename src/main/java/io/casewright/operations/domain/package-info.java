/** What operations talk about: causes of incidents, remedies, and how a command to retry them goes. */
@NullMarked
package io.casewright.operations.domain;

import org.jspecify.annotations.NullMarked;
