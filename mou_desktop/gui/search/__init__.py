"""Takes what the officer looks for; shows where it stands in the versions, and replaces it."""
