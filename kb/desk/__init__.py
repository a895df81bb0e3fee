"""What production and sales agree on and what a reader may see. Pure; the day is an argument."""
