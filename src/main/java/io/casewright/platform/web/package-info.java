/** What every REST answer shares: problem details (RFC 9457), the size limit of a body, the description of the interface. */
@NullMarked
package io.casewright.platform.web;

import org.jspecify.annotations.NullMarked;
