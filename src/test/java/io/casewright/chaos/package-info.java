/** The fault run: customers, agents and a Microsoft at work while every part of the stack is broken; then it is seen whether anything was lost or done twice. */
package io.casewright.chaos;
