package io.casewright.bench;

import io.casewright.localstack.LocalStack;
import io.casewright.localstack.MySqlServer;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The application's schema, by one connection of the bench's own. */
final class Database {

    private Database() {}

    static SingleConnectionDataSource of(LocalStack stack) {
        return new SingleConnectionDataSource(
                stack.databaseUrl() + "&rewriteBatchedStatements=true", MySqlServer.USER, MySqlServer.PASSWORD, true);
    }
}
