@NullMarked
package io.casewright.prepaid.pages;

import org.jspecify.annotations.NullMarked;
