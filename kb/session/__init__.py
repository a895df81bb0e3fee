"""Joins the rooms: one file a workflow. Asks for the clock, chance and environment in one place."""
