"""Whose fault it is when a device does not do what it was asked."""


class DeviceError(Exception):
    """A device did not do what it was asked; the message says what to do about it."""


class DeviceOffline(DeviceError):
    """The device does not answer or is not there; try again later."""


class DeviceGarbled(DeviceError):
    """The device sent what its protocol does not allow; it or the line is at fault."""


class DeviceMisused(DeviceError):
    """We asked for what the device or its protocol does not allow; our fault."""


class DeviceRefused(DeviceError):
    """The device understood and said no; the customer or staff must be told."""
