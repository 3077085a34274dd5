"""The calendar of silence: ``kg due``."""
