"""What QML sees connects declared slots only.

Connecting an undeclared method gives that one object a meta type of its own; when it dies, its address is used again
and QML's cache reads the properties of another class through it (seen: `models.devices` answered the navigator).
"""

import ast
from pathlib import Path

import pytest

UI = Path(__file__).parents[3] / "kiosk" / "ui"


def undeclared(tree: ast.AST) -> list[str]:
    """Methods of QML classes that are connected and not decorated with Slot."""
    found = []
    for cls in (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)):
        if not any(isinstance(mark, ast.Name) and mark.id == "QmlElement" for mark in cls.decorator_list):
            continue
        slots = {
            method.name
            for method in cls.body
            if isinstance(method, ast.FunctionDef)
            and any("Slot" in ast.unparse(mark) for mark in method.decorator_list)
        }
        for call in (node for node in ast.walk(cls) if isinstance(node, ast.Call)):
            if isinstance(call.func, ast.Attribute) and call.func.attr == "connect" and call.args:
                target = ast.unparse(call.args[0])
                if not target.startswith("self.") or target.removeprefix("self.") not in slots:
                    found.append(f"{cls.name}: {target}")
    return found


@pytest.mark.parametrize("path", sorted(UI.glob("*.py")), ids=lambda path: path.stem)
def test_connected_methods_are_declared(path: Path) -> None:
    assert undeclared(ast.parse(path.read_text("utf-8"))) == []


def test_an_undeclared_one_would_be_found() -> None:
    code = "@QmlElement\nclass A(QObject):\n def __init__(self):\n  b.changed.connect(self._x)\n def _x(self): pass"
    assert undeclared(ast.parse(code)) == ["A: self._x"]
