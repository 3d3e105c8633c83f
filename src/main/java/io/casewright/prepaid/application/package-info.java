@NullMarked
package io.casewright.prepaid.application;

import org.jspecify.annotations.NullMarked;
