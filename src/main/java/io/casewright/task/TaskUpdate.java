package io.casewright.task;

/**
 * What somebody changed at an open task in the engine.
 *
 * @param plan all of it, as it is now
 * @param ofQueue whether its queue changed, and so on
 */
public record TaskUpdate(TaskPlan plan, boolean ofQueue, boolean ofPriority, boolean ofDue) {}
