/** In the package of Zeebe Process Test's own parts, which it keeps to itself: its engine put together for more than a single test. */
package io.camunda.zeebe.process.test.engine;
