"""One analysis of an entry's text, made once: sentences, tokens, quotations, dates and numbers."""
