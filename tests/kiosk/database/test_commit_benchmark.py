"""The measuring piece really sells."""

from pathlib import Path

from kiosk.database.commit_benchmark import measure_commits


def test_it_measures_durable_sales_against_the_floor(tmp_path: Path) -> None:
    figures = measure_commits(tmp_path, sales=5)
    assert 0 < figures.sale_p50 <= figures.sale_p99
    assert 0 < figures.floor_p50 <= figures.floor_p99
    assert figures.ratio > 0
    assert (tmp_path / "floor").stat().st_size == 5 * 16_384
