-- InnoDB builds one full-text index per statement.
ALTER TABLE support_case ADD FULLTEXT INDEX ft_support_case_words (subject, description, resolution);
-- Chinese, Japanese and Korean texts have no blanks between words. Another set of columns, so that a query says which it means.
ALTER TABLE support_case ADD FULLTEXT INDEX ft_support_case_ngrams (subject, description) WITH PARSER ngram;
