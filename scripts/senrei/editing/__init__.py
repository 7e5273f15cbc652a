"""What helps people to change records: new ones, layout, what a change does, editors' settings."""
