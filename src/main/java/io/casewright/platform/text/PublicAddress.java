package io.casewright.platform.text;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people reach this application.
 *
 * @param publicUrl what links to its pages begin with
 */
@ConfigurationProperties("casewright")
public record PublicAddress(
        @DefaultValue("http://127.0.0.1:8080") URI publicUrl) {

    /** The address of a case's file. */
    public String ofCase(Object number) {
        return publicUrl + "/cases/" + number;
    }

    /** The address of a task at the Desk. */
    public String ofTask(long id) {
        return publicUrl + "/desk/tasks/" + id;
    }
}
