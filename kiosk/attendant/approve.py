"""Which role may do what: the one table of rights, least first."""

ATTENDANT, SUPERVISOR, TECHNICIAN = "attendant", "supervisor", "technician"

# act -> the roles that may do it, the least one first
RIGHTS: dict[str, tuple[str, ...]] = {
    "help": (ATTENDANT, SUPERVISOR),
    "age": (ATTENDANT, SUPERVISOR),
    "unknown_item": (ATTENDANT, SUPERVISOR),
    "scale": (ATTENDANT, SUPERVISOR),
    "price": (ATTENDANT, SUPERVISOR),
    "label": (ATTENDANT, SUPERVISOR),
    "blocked_item": (ATTENDANT, SUPERVISOR),
    "pack_check": (ATTENDANT, SUPERVISOR),
    "list_old": (ATTENDANT, SUPERVISOR),
    "expired": (ATTENDANT, SUPERVISOR),
    "past_best": (ATTENDANT, SUPERVISOR),
    "benefit": (ATTENDANT, SUPERVISOR),
    "close_till": (ATTENDANT, SUPERVISOR),
    "unknown_payment": (SUPERVISOR,),
    "maintain": (TECHNICIAN,),
}


def may(role: str, act: str) -> bool:
    """Whether `role` may do `act`; an act that is not in the table nobody may do."""
    return role in RIGHTS.get(act, ())


def needed_role(act: str) -> str:
    """The least role that may do `act`, or "" when nobody may."""
    return next(iter(RIGHTS.get(act, ())), "")
