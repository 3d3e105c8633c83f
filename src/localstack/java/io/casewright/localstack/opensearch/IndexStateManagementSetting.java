package io.casewright.localstack.opensearch;

import java.util.List;
import org.opensearch.common.settings.Setting;
import org.opensearch.plugins.Plugin;

/** Makes known an index setting of a plugin that is not installed here: Tasklist writes it and ends if it is unknown. */
public class IndexStateManagementSetting extends Plugin {

    @Override
    public List<Setting<?>> getSettings() {
        return List.of(Setting.simpleString(
                "index.plugins.index_state_management.policy_id",
                Setting.Property.IndexScope,
                Setting.Property.Dynamic));
    }
}
