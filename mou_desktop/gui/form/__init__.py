"""The form on the left: one input for each field of the draft."""
