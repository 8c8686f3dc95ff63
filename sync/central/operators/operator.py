"""Who operates central, and how far a role reaches."""

from dataclasses import dataclass
from enum import IntEnum


class Role(IntEnum):
    """What an operator is trusted with; each role may do what the ones before it may."""

    VIEWER = 1
    SHOP = 2
    HEADQUARTERS = 3
    ADMINISTRATOR = 4

    @property
    def word(self) -> str:
        """The role as it is typed and kept."""
        return self.name.lower()

    @classmethod
    def of(cls, word: str) -> "Role":
        """The role of a word; raises ValueError for any other."""
        try:
            return cls[word.upper()]
        except KeyError as error:
            known = ", ".join(role.word for role in cls)
            raise ValueError(f"{word!r} is no role; there are {known}") from error


@dataclass(frozen=True, slots=True)
class Operator:
    """A person who has signed in; no shops at all means every shop."""

    operator_id: str
    name: str
    role: Role
    shops: frozenset[str] = frozenset()
    must_choose: bool = False  # the password was made by somebody else: nothing may be done with it but changing it

    def sees(self, shop: str) -> bool:
        """Whether what belongs to `shop` is this operator's business."""
        return not self.shops or shop in self.shops


def at_the_machine(person: str) -> Operator:
    """Whoever runs a command on central's own machine: nobody who can is kept from anything."""
    return Operator(f"@{person}", person, Role.ADMINISTRATOR)
