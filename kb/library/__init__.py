"""The only room that touches the content folder: it reads, compiles, checks and writes it."""
