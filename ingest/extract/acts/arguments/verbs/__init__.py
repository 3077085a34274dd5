"""The arguments of verbs: before them, behind them, moved from there or left out."""
