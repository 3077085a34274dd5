"""Investigations: canvases that people named and saved in the workspace."""
