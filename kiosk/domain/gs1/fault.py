"""What can be wrong with GS1 data, as one exception."""


class Gs1Error(ValueError):
    """GS1 data is wrong: the message says which identifier, why, and what would be right.

    The message never holds a piece of the data, so that it may be shown and kept (T-2). `ai` is the identifier at
    fault, "" when it is none in particular.
    """

    def __init__(self, why: str, ai: str = "") -> None:
        super().__init__(f"AI {ai}: {why}" if ai else why)
        self.ai = ai
