"""What the machine gives: durable files, and a garbage collector that waits."""
