"""Profiles on the command line: what an export leaves out, and who consented to be named."""
