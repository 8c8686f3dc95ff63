"""One device each: a codec joined to a transport, speaking a port."""
