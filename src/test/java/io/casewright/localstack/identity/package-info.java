/** The OpenID Connect server of the local start, where the demo people log in. */
package io.casewright.localstack.identity;
