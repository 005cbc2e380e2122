import pytest

from typeset.source import Severity

ME = "basics: {name: N. N.}\n"


@pytest.mark.parametrize("name", ["skills", "summary", "basics", "profiles", "headings", "meta", "sections"])
def test_a_section_of_ones_own_may_not_take_a_known_name(read, name: str):
    [fault] = read(f"{ME}sections: [{{id: {name}, title: x}}]")[1]
    assert fault.message == f"a section of your own is called `{name}`"


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("2012", "2011", True),
        ("2012-05", "2012-04", True),
        ("2012-05-02", "2012-05-01", True),
        ("2012-05", "2012", False),
        ("2012", "2012-05", False),
        ("2012-05", "2012-05-01", False),
        ("2012", "present", False),
        ("2012", "last year", False),
    ],
)
def test_what_ends_before_it_starts_is_a_warning(read, start: str, end: str, told: bool):
    faults = read(f"{ME}work: [{{name: a, startDate: {start}, endDate: {end}}}]")[1]
    assert [(fault.message, fault.severity) for fault in faults] == [
        ("`work.a` ends before it starts", Severity.WARNING)
    ] * told


def test_a_role_beside_positions_is_an_error_for_it_would_not_be_shown(read):
    [fault] = read(f"{ME}work: [{{name: a, position: b, positions: [{{position: c}}]}}]")[1]
    assert fault.message == "`work.a` has a role of its own beside its `positions`"


@pytest.mark.parametrize(
    ("item", "message"),
    [
        ("{title: a, label: b}", "an entry shows no `label`"),
        ("{title: a, date: 2012, startDate: 2011}", "an entry shows no `startDate`"),
        ("{label: a, value: b, url: 'https://c.org', date: 2012}", "a pair shows no `date`, `url`"),
        ("{text: a, location: b}", "a bullet shows no `location`"),
        ("{text: a, label: b, value: c}", "a bullet shows no `value`"),
    ],
)
def test_what_an_item_of_its_kind_would_not_show_is_an_error(read, item: str, message: str):
    [fault] = read(f"{ME}sections: [{{title: s, items: [{item}]}}]")[1]
    assert fault.message == message


@pytest.mark.parametrize(
    "item",
    ["{title: a, subtitle: b, organization: c, location: d, startDate: 2011, url: 'https://e.org', links: ['https://f.org']}",
     "{label: a, value: b, summary: c}", "{text: a, label: b, keywords: [c], notes: d, tags: [e], priority: 1}"],
)  # fmt: skip
def test_what_an_item_shows_is_no_error(valid, item: str):
    assert valid(f"sections: [{{title: s, items: [{item}]}}]").sections
