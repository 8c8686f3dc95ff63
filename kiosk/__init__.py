"""The shop's side: the kiosk that a shopper, an attendant and a technician stand before."""
