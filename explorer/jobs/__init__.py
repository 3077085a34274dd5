"""Work in processes of its own, which can be followed and cancelled: decisions and exports."""
