package io.casewright.caselink.application;

/** The link was in a letter, but works no more: its time is over, it was withdrawn, or its reader may not speak about the case any more. */
public final class LinkOver extends RuntimeException {}
