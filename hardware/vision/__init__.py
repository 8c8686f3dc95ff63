"""From a frame to the barcodes in it."""
