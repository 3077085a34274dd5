"""Which courts, facilities, organisations and places are one."""
