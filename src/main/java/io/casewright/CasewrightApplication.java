package io.casewright;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The support-case engine: REST surface, job workers and the case file in one application. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CasewrightApplication {

    public static void main(String[] args) {
        SpringApplication.run(CasewrightApplication.class, args);
    }
}
