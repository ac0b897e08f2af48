"""The protocols and corrections of a memorandum as a timeline, and the text that is in force."""
