"""The ZVT protocol between a register and a card terminal (PA00P015, PA00P016): bytes to values and back, no I/O.

`apdu` cuts a TCP stream into commands and answers, `serial_frame` does it for a serial line; `bitmaps` and `tlv`
are the fields inside; `commands` says what a register asks, `messages` what a terminal tells, `words` what its
codes mean.
"""
