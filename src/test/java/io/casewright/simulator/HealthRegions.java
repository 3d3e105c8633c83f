package io.casewright.simulator;

import java.util.Map;

/** Where the story's tenants live. */
final class HealthRegions {

    private static final Map<String, String> REGIONS = Map.of(
            "0b7c2f3e-5a41-4d0e-9c55-1f6a3d2b8e01", "Europe",
            "1c8d3a4f-6b52-4e1f-8d66-2a7b4e3c9f02", "Europe",
            "2d9e4b5a-7c63-4f2a-9e77-3b8c5f4da003", "North America",
            "3eaf5c6b-8d74-4a3b-8f88-4c9d6a5eb104", "Europe",
            "4fb06d7c-9e85-4b4c-9a99-5dae7b6fc205", "Europe",
            "5ac17e8d-af96-4c5d-8baa-6ebf8c70d306", "Europe");

    private HealthRegions() {}

    /** Empty for a tenant of no region. */
    static String of(String tenant) {
        return REGIONS.getOrDefault(tenant, "");
    }
}
