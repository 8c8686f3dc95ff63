"""The digital receipt: the page behind the receipt's QR code, and where a shipment's address is given."""
