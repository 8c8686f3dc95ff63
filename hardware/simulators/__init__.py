"""The same protocols from the device's side, driven by hand, script or test."""
