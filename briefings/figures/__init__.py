"""Figures that can be published: what is counted, by which fields, with everything they rest on."""
