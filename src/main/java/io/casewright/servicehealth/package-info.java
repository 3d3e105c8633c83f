/** Problems that Microsoft has published about its services, and which of them fits what a customer reports. Tells; linking is up to the case file. */
@NullMarked
@Uses("microsoft")
package io.casewright.servicehealth;

import io.casewright.platform.Uses;
import org.jspecify.annotations.NullMarked;
