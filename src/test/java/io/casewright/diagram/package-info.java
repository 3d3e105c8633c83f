/** Draws the models in {@code bpmn/} as pictures, with the drawing code of Camunda Modeler in a real browser. */
@NullMarked
package io.casewright.diagram;

import org.jspecify.annotations.NullMarked;
