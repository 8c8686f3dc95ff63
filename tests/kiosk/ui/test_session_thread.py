"""Work posted from any thread runs in order on the session's thread."""

import threading

from pytestqt.qtbot import QtBot

from kiosk.ui.session_thread import BackgroundWork, SessionThread


def test_posted_work_runs_here_and_in_order(qtbot: QtBot) -> None:
    here = SessionThread()
    seen: list[tuple[int, int]] = []

    def post_all() -> None:
        for number in range(50):
            here.post(lambda n=number: seen.append((n, threading.get_ident())))  # type: ignore[misc]

    poster = threading.Thread(target=post_all)
    poster.start()
    poster.join()
    qtbot.waitUntil(lambda: len(seen) == 50)
    assert seen == [(n, threading.get_ident()) for n in range(50)]


def test_slow_work_answers_here(qtbot: QtBot) -> None:
    here = SessionThread()
    background = BackgroundWork(here.post)
    answers: list[object] = []
    background.submit(threading.get_ident, lambda ident: answers.append(ident != threading.get_ident()), answers.append)
    qtbot.waitUntil(lambda: answers == [True])
    background.close()


def test_work_that_fails_says_so_here(qtbot: QtBot) -> None:
    here = SessionThread()
    background = BackgroundWork(here.post)
    wrong: list[Exception] = []

    def work() -> int:
        raise ValueError("no such thing")

    background.submit(work, lambda _: None, wrong.append)
    qtbot.waitUntil(lambda: len(wrong) == 1)
    assert str(wrong[0]) == "no such thing"
    background.close()
