package io.casewright.plan.domain;

import java.time.Instant;

/** By whose logins a version was proposed and approved, and when; those from before anybody approved have none. */
public record PlanApproval(String proposedBy, String approvedBy, Instant at) {}
