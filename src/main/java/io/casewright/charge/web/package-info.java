@NullMarked
package io.casewright.charge.web;

import org.jspecify.annotations.NullMarked;
