-- A year has its row before its first statement: two that begin it at once and come to nothing would keep each other from it.
INSERT IGNORE INTO statement_number (year, last_number)
WITH RECURSIVE years (year) AS (SELECT 2020 UNION ALL SELECT year + 1 FROM years WHERE year < 2199)
SELECT year, 0 FROM years;
