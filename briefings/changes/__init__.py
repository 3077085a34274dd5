"""What the last report changed: ``kg whatsnew``."""
