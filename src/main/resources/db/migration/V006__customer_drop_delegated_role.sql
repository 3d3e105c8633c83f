-- Delegated roles are read from Microsoft; a copy of them would say yes to what a customer has taken back.
DROP TABLE delegated_role;
