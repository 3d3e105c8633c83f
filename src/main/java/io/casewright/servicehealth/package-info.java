/** Problems that Microsoft has published about its services, and which of them fits what a customer reports. Tells; linking is up to the case file. */
@NullMarked
package io.casewright.servicehealth;

import org.jspecify.annotations.NullMarked;
