/** What tests share: builders, a real database, an engine that records. */
package io.casewright.testkit;
