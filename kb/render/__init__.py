"""Values in, text or bytes out: the screen, JSON, PDF. Finds nothing, decides nothing."""
