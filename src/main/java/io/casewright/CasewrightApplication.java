package io.casewright;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The support-case engine: REST surface, job workers and the case file in one application; or, told so, a command. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CasewrightApplication {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(LearnCommand.NAME)) {
            System.exit(LearnCommand.main(Arrays.copyOfRange(args, 1, args.length), System.out));
        }
        if (args.length > 0 && args[0].equals(ReseatCommand.NAME)) {
            System.exit(ReseatCommand.main(Arrays.copyOfRange(args, 1, args.length), System.in, System.out));
        }
        if (args.length > 0 && args[0].equals(AuditCommand.NAME)) {
            System.exit(AuditCommand.main(Arrays.copyOfRange(args, 1, args.length), System.out));
        }
        SpringApplication.run(CasewrightApplication.class, args);
    }
}
