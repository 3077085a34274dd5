"""The words of sanctions, and what words beside them say of their standing."""
