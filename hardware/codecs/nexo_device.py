"""Say what a nexo terminal's answers without money in them mean: shown, printed, answered, a card's token."""

from hardware.codecs.card_masking import mask_card_numbers
from hardware.codecs.nexo_form import form_fields
from hardware.codecs.nexo_json import JsonObject, part, text
from hardware.codecs.nexo_result import spoken_message
from hardware.ports.terminal_extras import Answer, CardToken, TerminalAnswer

_LONGEST_TOKEN = 200


def was_shown(body: JsonObject) -> bool:
    """Read a DisplayResponse: whether every output of it was shown."""
    results = body.get("OutputResult")
    outputs = results if isinstance(results, list) else [results]
    return bool(outputs) and all(text(part(output), "Response", "Result") == "Success" for output in outputs)


def was_printed(body: JsonObject) -> bool:
    """Read a PrintResponse: whether it came out whole."""
    return text(body, "Response", "Result") == "Success"


def shopper_answer(body: JsonObject, choices: int) -> TerminalAnswer:
    """Read an InputResponse to a question with `choices` entries, or to a yes-or-no question when that is 0.

    Everything but a clear answer, within the choices there were, is none.
    """
    result = part(body, "InputResult")
    condition = text(result, "Response", "ErrorCondition")
    message = spoken_message(result) or mask_card_numbers(condition)[0][:80]
    given = part(result, "Input")
    if text(result, "Response", "Result") != "Success":
        return TerminalAnswer(Answer.NONE, message=message)
    if not choices:
        confirmed = given.get("ConfirmedFlag")
        if not isinstance(confirmed, bool):
            return TerminalAnswer(Answer.NONE, message=message)
        return TerminalAnswer(Answer.YES if confirmed else Answer.NO)
    numbers = given.get("MenuEntryNumber")
    number = numbers[0] if isinstance(numbers, list) and len(numbers) == 1 else numbers
    if type(number) is not int or not 1 <= number <= choices:
        return TerminalAnswer(Answer.NONE, message=message)
    return TerminalAnswer(Answer.TEXT, str(number))


def card_token(body: JsonObject) -> CardToken:
    """Read a CardAcquisitionResponse: the alias of the card's holder, else the token the terminal made of the card.

    A token that is a card number is not one, and is dropped.
    """
    card = part(body, "PaymentInstrumentData", "CardData")
    brand = mask_card_numbers(text(card, "PaymentBrand"))[0][:80]
    if text(body, "Response", "Result") != "Success":
        condition = mask_card_numbers(text(body, "Response", "ErrorCondition"))[0][:80]
        return CardToken(message=spoken_message(body) or condition)
    alias = form_fields(text(body, "Response", "AdditionalResponse")).get("alias", "")
    token = (alias or text(card, "PaymentToken", "TokenValue")).strip()
    if not token or len(token) > _LONGEST_TOKEN:
        return CardToken(brand=brand, message="The terminal gave no token for this card.")
    if mask_card_numbers(token)[1]:
        return CardToken(brand=brand, message="The terminal gave a card number in place of a token; it was not kept.")
    return CardToken(token, brand)
