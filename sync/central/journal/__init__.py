"""The stations' journals as they came, stored before anybody understands them."""
