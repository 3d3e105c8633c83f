package io.casewright.platform.files;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where files are kept.
 *
 * @param folder one that all instances share and that is backed up with the database; made when it is missing
 */
@ConfigurationProperties("casewright.files")
record FileSettings(Path folder) {}
