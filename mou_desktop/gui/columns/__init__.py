"""The versions side by side, block against block, under one scroll bar."""
