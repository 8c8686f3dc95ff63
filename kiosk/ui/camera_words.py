"""What the technician's camera page says of conditions, hints, codes and tests."""

from PySide6.QtCore import QCoreApplication

from hardware.ports.camera import CameraCondition, CameraTest, PictureHint, Refusal, TestVerdict
from kiosk.technician.camera_page import NamedCode, ShownBytes

tr = QCoreApplication.translate
MOST_BYTES = 24


def condition_words(condition: CameraCondition, age: float) -> str:
    """The badge beside the title; a frozen picture says for how many seconds."""
    if condition is CameraCondition.FROZEN:
        return tr("Camera", "멈춤 %1초").replace("%1", str(int(age)))
    return {
        CameraCondition.OPENING: tr("Camera", "여는 중"),
        CameraCondition.LIVE: tr("Camera", "실시간"),
        CameraCondition.BLACK: tr("Camera", "검은 화면"),
        CameraCondition.SILENT: tr("Camera", "화면이 오지 않음"),
        CameraCondition.NO_DEVICE: tr("Camera", "카메라 없음"),
        CameraCondition.BUSY: tr("Camera", "다른 프로그램이 사용 중"),
        CameraCondition.REFUSED: tr("Camera", "열 수 없음"),
        CameraCondition.CLOSED: tr("Camera", "꺼짐"),
    }[condition]


def condition_advice(condition: CameraCondition) -> str:
    """What to do about a camera that shows nothing useful; "" while it is live."""
    return {
        CameraCondition.OPENING: tr("Camera", "카메라를 열고 있어요"),
        CameraCondition.FROZEN: tr("Camera", "같은 화면만 와요. 카메라를 뽑았다가 다시 꽂아 주세요"),
        CameraCondition.BLACK: tr("Camera", "렌즈가 가려졌거나 조명이 꺼졌는지 봐 주세요"),
        CameraCondition.SILENT: tr("Camera", "케이블과 전원을 봐 주세요. 돌아오면 저절로 이어져요"),
        CameraCondition.NO_DEVICE: tr("Camera", "케이블을 꽂거나 kiosk.toml의 주소를 고쳐 주세요"),
        CameraCondition.BUSY: tr("Camera", "카메라를 쓰는 다른 프로그램을 끝내 주세요"),
        CameraCondition.REFUSED: tr("Camera", "권한이나 비밀번호를 봐 주세요"),
        CameraCondition.CLOSED: tr("Camera", "기기가 멈춰 있어요"),
    }.get(condition, "")


def hint_words(hint: PictureHint) -> str:
    """What would make the picture better; "" when nothing would."""
    return {
        PictureHint.TOO_DARK: tr("Camera", "너무 어두워요. 조명을 켜거나 노출을 늘려 주세요"),
        PictureHint.TOO_BRIGHT: tr("Camera", "너무 밝아요. 조명을 비스듬히 돌리거나 노출을 줄여 주세요"),
        PictureHint.BLURRED: tr("Camera", "흐려요. 렌즈를 닦고 초점을 맞춰 주세요"),
    }.get(hint, "")


def refusal_words(refusal: Refusal) -> str:
    """Why a code that was read was not taken."""
    return {
        Refusal.FORM: tr("Camera", "자릿수나 검사 숫자가 틀려요"),
        Refusal.PIECE: tr("Camera", "더 긴 코드의 일부예요"),
        Refusal.CONFLICT: tr("Camera", "다르게도 읽혀요"),
        Refusal.MISREAD: tr("Camera", "방금 읽은 상품 자리예요"),
        Refusal.LATE: tr("Camera", "너무 늦게 읽었어요"),
        Refusal.DIFFERS: tr("Camera", "코드가 두 개 보여요"),
        Refusal.BESIDE: tr("Camera", "상품 옆의 다른 코드예요"),
    }[refusal]


def code_title(code: NamedCode, language: str) -> str:
    """The name of the item, or what kind of code it is."""
    if code.name is not None:
        return code.name.to(language)
    return {
        "item": tr("Camera", "이 매장에 없는 상품"),
        "member": tr("Camera", "회원 바코드"),
        "partner": tr("Camera", "제휴 카드"),
        "coupon": tr("Camera", "쿠폰"),
        "voucher": tr("Camera", "상품권"),
        "receipt": tr("Camera", "영수증"),
        "parked": tr("Camera", "보관한 장바구니"),
        "licence": tr("Camera", "모바일 신분증"),
        "payment": tr("Camera", "결제 코드"),
    }.get(code.kind, tr("Camera", "모르는 코드"))


def code_text(code: NamedCode) -> str:
    """The characters, or that they are kept hidden."""
    return code.text or tr("Camera", "내용은 보여 주지 않아요")


def bytes_text(shown: ShownBytes) -> str:
    """The bytes in hexadecimal, or that they are kept hidden; a long row keeps its end, where the suffix is."""
    if not shown.octets:
        return tr("Camera", "내용은 보여 주지 않아요")
    told = shown.octets[-MOST_BYTES:]
    return ("… " if len(shown.octets) > MOST_BYTES else "") + told.hex(" ").upper()


def bytes_note(shown: ShownBytes) -> str:
    """How many bytes came and by what they end."""
    count = tr("Camera", "%n바이트", "", shown.count)
    ends = {b"\r\n": "CR LF", b"\n\r": "LF CR", b"\r": "CR", b"\n": "LF", b"\t": "TAB", b"\x03": "ETX", b"\x00": "NUL"}
    end = next((name for octets, name in ends.items() if shown.octets.endswith(octets)), "")
    return f"{count} · {end}" if end else count


def test_words(result: CameraTest) -> str:
    """How the ten seconds went, in one sentence with its figures."""
    figures = tr("Camera", "%1장 · 1초에 %2장 · 가장 느림 %3ms").replace("%1", str(result.frames))
    figures = figures.replace("%2", f"{result.rate:.1f}").replace("%3", f"{result.worst_ms:.0f}")
    return f"{_verdict(result.verdict)} ({figures})"


def _verdict(verdict: TestVerdict) -> str:
    return {
        TestVerdict.PASSED: tr("Camera", "시험에 통과했어요"),
        TestVerdict.NO_PICTURES: tr("Camera", "화면이 한 장도 오지 않았어요"),
        TestVerdict.FEW_PICTURES: tr("Camera", "화면이 너무 드물게 와요"),
        TestVerdict.FROZEN: tr("Camera", "화면이 멈춰 있었어요"),
        TestVerdict.BLACK: tr("Camera", "화면이 검었어요"),
        TestVerdict.NO_CODE: tr("Camera", "코드가 보이지 않았어요. 코드를 비추고 다시 해 주세요"),
        TestVerdict.HARDLY_READ: tr("Camera", "보인 코드를 절반도 읽지 못했어요"),
        TestVerdict.TOO_DARK: tr("Camera", "너무 어두웠어요"),
        TestVerdict.TOO_BRIGHT: tr("Camera", "너무 밝았어요"),
        TestVerdict.BLURRED: tr("Camera", "화면이 흐렸어요"),
        TestVerdict.SLOW: tr("Camera", "해독이 화면을 따라가지 못했어요"),
    }[verdict]
