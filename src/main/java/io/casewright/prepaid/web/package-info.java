@NullMarked
package io.casewright.prepaid.web;

import org.jspecify.annotations.NullMarked;
