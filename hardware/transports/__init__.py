"""What moves bytes: serial ports, sockets, TLS, camera frames."""
