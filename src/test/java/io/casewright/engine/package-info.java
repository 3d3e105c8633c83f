/**
 * The engine of the local start and of the process tests: Zeebe Process Test's, behind the published interfaces of Camunda 8.8
 * that Casewright uses. Never part of what is shipped.
 */
package io.casewright.engine;
