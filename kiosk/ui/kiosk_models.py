"""All view models of one window, handed to every screen as one required property."""

from datetime import datetime

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout.snapshot import Snapshot
from kiosk.ui.aisle_view_model import AisleViewModel
from kiosk.ui.camera_view_model import CameraViewModel
from kiosk.ui.cart_view_model import CartViewModel
from kiosk.ui.devices_view_model import DevicesViewModel
from kiosk.ui.display_view_model import DisplayViewModel
from kiosk.ui.done_view_model import DoneViewModel
from kiosk.ui.help_view_model import HelpViewModel
from kiosk.ui.lane_view_model import LaneViewModel
from kiosk.ui.map_view_model import MapViewModel
from kiosk.ui.navigator import Navigator
from kiosk.ui.payment_view_model import PaymentViewModel
from kiosk.ui.produce_view_model import ProduceViewModel
from kiosk.ui.product_view_model import ProductViewModel
from kiosk.ui.session_view_model import SessionViewModel
from kiosk.ui.staff_view_model import StaffViewModel
from kiosk.ui.terminal_check_view_model import TerminalCheckViewModel
from kiosk.ui.weigh_view_model import WeighViewModel

QML_IMPORT_NAME = "Baro.models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class KioskModels(QObject):
    """Shows each snapshot to every view model, the navigator last so that a new page finds its words."""

    def __init__(
        self,
        navigator: Navigator,
        session: SessionViewModel,
        cart: CartViewModel,
        weigh: WeighViewModel,
        payment: PaymentViewModel,
        done: DoneViewModel,
        help_: HelpViewModel,
        produce: ProduceViewModel,
        display: DisplayViewModel,
        aisle: AisleViewModel,
        product: ProductViewModel,
        staff: StaffViewModel,
        devices: DevicesViewModel,
        camera: CameraViewModel,
        map_: MapViewModel,
        lanes: LaneViewModel,
        terminal: TerminalCheckViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._navigator = navigator
        self._session = session
        self._cart = cart
        self._weigh = weigh
        self._payment = payment
        self._done = done
        self._help = help_
        self._produce = produce
        self._display = display
        self._aisle = aisle
        self._product = product
        self._staff = staff
        self._devices = devices
        self._camera = camera
        self._map = map_
        self._lanes = lanes
        self._terminal = terminal
        navigator.changed.connect(self._look_at_map)

    def show(self, snapshot: Snapshot) -> None:
        """Show a new moment of the session everywhere."""
        self._display.show(snapshot)
        self._session.show(snapshot)
        self._cart.show(snapshot)
        self._weigh.show(snapshot)
        self._payment.show(snapshot)
        self._done.show(snapshot)
        self._help.show(snapshot)
        self._produce.show(snapshot)
        self._aisle.show(snapshot)
        self._product.show(snapshot)
        self._staff.show(snapshot)
        self._devices.show(snapshot)
        self._camera.show(snapshot)
        self._map.show(snapshot)
        self._lanes.show(snapshot)
        self._terminal.show(snapshot)
        self._navigator.follow(snapshot)
        self._product.leave_when_added()
        self._staff.go_on()

    def page(self) -> str:
        """Name of the page that is shown."""
        return self._navigator.current_page()

    def tell_time(self, now: datetime) -> None:
        """Let the clocks on the pages go on."""
        self._session.tell_time(now)

    @Property(Navigator, constant=True)
    def navigator(self) -> Navigator:
        return self._navigator

    @Property(SessionViewModel, constant=True)
    def session(self) -> SessionViewModel:
        return self._session

    @Property(CartViewModel, constant=True)
    def cart(self) -> CartViewModel:
        return self._cart

    @Property(WeighViewModel, constant=True)
    def weigh(self) -> WeighViewModel:
        return self._weigh

    @Property(PaymentViewModel, constant=True)
    def payment(self) -> PaymentViewModel:
        return self._payment

    @Property(DoneViewModel, constant=True)
    def done(self) -> DoneViewModel:
        return self._done

    @Property(HelpViewModel, constant=True)
    def help(self) -> HelpViewModel:
        return self._help

    @Property(ProduceViewModel, constant=True)
    def produce(self) -> ProduceViewModel:
        return self._produce

    @Property(DisplayViewModel, constant=True)
    def display(self) -> DisplayViewModel:
        return self._display

    @Property(AisleViewModel, constant=True)
    def aisle(self) -> AisleViewModel:
        return self._aisle

    @Property(ProductViewModel, constant=True)
    def product(self) -> ProductViewModel:
        return self._product

    @Property(StaffViewModel, constant=True)
    def staff(self) -> StaffViewModel:
        return self._staff

    @Property(DevicesViewModel, constant=True)
    def devices(self) -> DevicesViewModel:
        return self._devices

    @Property(CameraViewModel, constant=True)
    def camera(self) -> CameraViewModel:
        return self._camera

    @Property(MapViewModel, constant=True)
    def map(self) -> MapViewModel:
        return self._map

    @Property(LaneViewModel, constant=True)
    def lanes(self) -> LaneViewModel:
        return self._lanes

    @Property(TerminalCheckViewModel, constant=True)
    def terminal(self) -> TerminalCheckViewModel:
        return self._terminal

    # Declared, like every slot of what QML sees: connecting another method would give this one object a type of
    # its own while it lives, and QML mixes up such types once their memory is used again.
    @Slot()
    def _look_at_map(self) -> None:
        route = self._navigator.route
        if route.sheet == "map":
            self._map.look(route.sheet_subject)
