package io.casewright.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What may be shipped: open source whose licence allows it, and of Camunda its client alone. */
final class LicenceRules {

    /** Who adds one answers for it; the terms of some are told in NOTICE. */
    private static final Set<String> OPEN_SOURCE = Set.of(
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "ISC",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "The (New) BSD License",
            "CC0-1.0",
            "EPL-2.0",
            "Unicode-3.0",
            "LGPL-2.1-only",
            "LGPL-2.1-or-later",
            "(MPL-2.0 OR Apache-2.0)",
            "GPL-2.0-with-classpath-exception",
            "The GNU General Public License, v2 with Universal FOSS Exception, v1.0");

    /** The last is listed, as the client's dependency, without being in the jar. */
    private static final Set<String> CLIENT_OF_CAMUNDA = Set.of(
            "camunda-client-java",
            "camunda-spring-boot-starter",
            "zeebe-client-java",
            "zeebe-gateway-protocol-impl",
            "zeebe-bpmn-model");

    private LicenceRules() {}

    static List<Finding> findings(List<ShippedPart> parts) {
        var findings = new ArrayList<Finding>();
        for (var part : parts) {
            if (part.licences().isEmpty()) {
                findings.add(found(part, "tells no licence"));
            }
            part.licences().stream()
                    .filter(licence -> !OPEN_SOURCE.contains(licence))
                    .forEach(licence -> findings.add(found(
                            part,
                            "is under \"" + licence + "\", which is not among the licences that may be shipped")));
            if (part.group().startsWith("io.camunda") && !CLIENT_OF_CAMUNDA.contains(part.name())) {
                findings.add(found(part, "is not of Camunda's client; the engine is never shipped"));
            }
        }
        return findings;
    }

    private static Finding found(ShippedPart part, String reason) {
        return new Finding(part.file(), part.group(), reason);
    }
}
