"""What each command of ``kla-plan`` does; ``cli`` only declares them."""
