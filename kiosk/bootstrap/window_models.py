"""The view models of a running kiosk, wired to its session."""

from kiosk.bootstrap.kiosk_program import KioskProgram
from kiosk.checkout.snapshot import Snapshot
from kiosk.domain.catalogue import LocalText
from kiosk.ui.cart_view_model import CartViewModel
from kiosk.ui.display_view_model import DisplayViewModel
from kiosk.ui.done_view_model import DoneViewModel
from kiosk.ui.engine import Stage
from kiosk.ui.help_view_model import HelpViewModel
from kiosk.ui.kiosk_models import KioskModels
from kiosk.ui.navigator import Navigator
from kiosk.ui.payment_view_model import PaymentViewModel
from kiosk.ui.produce_view_model import ProduceViewModel
from kiosk.ui.session_view_model import SessionViewModel
from kiosk.ui.shown_places import ShownPlaces
from kiosk.ui.sounds import Sounds
from kiosk.ui.weigh_view_model import WeighViewModel


def window_models(program: KioskProgram, stage: Stage) -> KioskModels:
    """Make every view model, let them follow the session, and let its cues sound."""
    session, catalogue = program.session, program.station.catalogue
    places = ShownPlaces(catalogue)
    shop = catalogue.shop(program.station.identity.shop)
    name = shop.name if shop else LocalText(program.station.identity.shop)
    sounds = Sounds()
    sounds.set_volume(program.settings.till.volume)
    models = KioskModels(
        Navigator(),
        SessionViewModel(session, name, program.station.identity.lane),
        CartViewModel(session, places),
        WeighViewModel(session),
        PaymentViewModel(session),
        DoneViewModel(session, places),
        HelpViewModel(session),
        ProduceViewModel(session, catalogue),
        DisplayViewModel(session, stage.show, stage.reset, sounds.set_volume, program.settings.till.volume),
    )
    sounds.setParent(models)
    heard = [session.snapshot.sound_number]

    def follow(snapshot: Snapshot) -> None:
        models.show(snapshot)
        if snapshot.sound and snapshot.sound_number != heard[0]:
            heard[0] = snapshot.sound_number
            sounds.play(snapshot.sound)

    session.subscribe(follow)
    models.show(session.snapshot)
    return models
