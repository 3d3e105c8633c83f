#!/bin/bash
# A schema and a login of its own for Camunda, made when the database is made.
set -euo pipefail
mysql -u root -p"$MYSQL_ROOT_PASSWORD" <<SQL
CREATE DATABASE camunda CHARACTER SET utf8mb4;
CREATE USER 'camunda'@'%' IDENTIFIED BY '${CAMUNDA_DB_PASSWORD}';
GRANT ALL ON camunda.* TO 'camunda'@'%';
SQL
