"""Charts, tables, Word, PDF and Excel of a plan."""
