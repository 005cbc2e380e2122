"""Where a machine keeps dictionaries."""

from datetime import UTC, datetime

from typeset.cli.places import dictionaries, today


def test_dictionaries_are_looked_for_where_the_environment_says(tmp_path, monkeypatch):
    for name in ("own", "data/hunspell", "data/myspell/dicts", "home/.local/share/hunspell"):
        tmp_path.joinpath(name).mkdir(parents=True)
    monkeypatch.setenv("DICPATH", str(tmp_path / "own"))
    monkeypatch.setenv("XDG_DATA_DIRS", f"{tmp_path / 'data'}")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    found = [str(path.relative_to(tmp_path)) for path in dictionaries() if path.is_relative_to(tmp_path)]
    assert found == ["own", "home/.local/share/hunspell", "data/hunspell", "data/myspell", "data/myspell/dicts"]


def test_today_is_a_whole_date():
    now = datetime.now(UTC).astimezone()
    assert abs((datetime(today().year, today().month, today().day, tzinfo=now.tzinfo) - now).days) <= 1
