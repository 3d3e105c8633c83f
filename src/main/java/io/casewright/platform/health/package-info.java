/** What the application tells about itself to whoever starts and stops it, and how long that may take. */
@NullMarked
package io.casewright.platform.health;

import org.jspecify.annotations.NullMarked;
