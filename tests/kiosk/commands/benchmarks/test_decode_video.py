"""Films read as the kiosk reads them: what is counted, and when a slow pass' read counts."""

from kiosk.commands.benchmarks import decode_video as video
from kiosk.commands.benchmarks.decode_stills import FAST, OURS, ZXING
from kiosk.commands.benchmarks.decode_video import Watched


def test_an_easy_film_is_read_and_accepted() -> None:
    films = video.watch(7, 1, stock=(FAST,), levels=("d0",), frames=24)
    told = films["d0"]
    assert told.keys() == {OURS, ZXING, FAST}
    for watched in told.values():
        assert (watched.frames, watched.sequences) == (24, 1)
        assert 0 < watched.read < 24
        assert watched.ms > 0
    assert told[OURS].misread == 0
    assert len(told[OURS].first) == 1
    named = {figure.name: figure for figure in video.figures(films, "")}
    assert named["video d0, ours: sequences accepted"].value == 100
    assert named["video d0, ours: full view to accepted"].goal == "<= 8 frames"
    assert named["video, ours: mean time of a frame"].goal == "<= 0.5 x"
    time = named["video d0, ours: mean time of a frame"].value
    assert named["video d0, ours: mean time of a frame with the worker's"].value >= time


def test_nothing_accepted_is_longer_than_any_sequence() -> None:
    assert Watched(frames=150, sequences=2).waited == 75
    assert Watched(frames=225, sequences=3, first=[9, 4, 30]).waited == 9
    assert Watched(frames=200, read=50).share == 25
