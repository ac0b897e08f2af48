"""An edited copy of an agreement in the window: what its changes amend, the protocol of them."""
