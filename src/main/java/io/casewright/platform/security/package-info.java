/** Who may call: HTTP Basic on a local machine, OpenID Connect tokens elsewhere. */
@NullMarked
package io.casewright.platform.security;

import org.jspecify.annotations.NullMarked;
