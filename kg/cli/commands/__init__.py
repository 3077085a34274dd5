"""The commands of ``kg``, a module each, loaded when they run."""
