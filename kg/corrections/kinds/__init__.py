"""The kinds of fact that people may decide about: what fields each has, and what makes two readings the same fact."""
