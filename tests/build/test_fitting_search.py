"""The search for the least change: it finds what there is, looks seldom, and never leaves its way."""

from hypothesis import example, given
from hypothesis import strategies as st

from typeset.build.fitting.contents import Piece
from typeset.build.fitting.goal import Goal
from typeset.build.fitting.layout import Layout, Row
from typeset.build.fitting.shortening import _how_many, _how_many_fit
from typeset.build.fitting.solving import CLOSE, Search
from typeset.resume.application import Pages

REACH = (-4.0, 4.0)
PIECE = Piece("Text.", "body", "summary", 1)


def search(height, usual=5, most=9):
    return Search(height, lambda position: 10 - position, REACH, usual, most)


def smooth(start, slope):
    return lambda position: start - slope * position


def in_steps(start, slope, step):
    """Heights as pages have them: what does not fit moves on as a whole."""
    return lambda position: start - round(slope * position / step) * step


heights = st.floats(0.3, 6)
slopes = st.floats(0.02, 0.6)


def test_what_keeps_the_budget_is_left_as_it_is():
    found = search(smooth(1.9, 0.1))
    assert found.least(Goal(1, 2).spans) == 0.0
    assert list(found.seen) == [0.0]


def test_the_least_change_is_found_in_few_looks():
    found = search(smooth(2.1, 0.1))
    position = found.least(Goal(1, 2).spans)
    assert 1.0 <= position <= 1.0 + CLOSE + 0.3
    assert len(found.seen) <= 4


def test_pages_are_filled_by_moving_the_other_way():
    found = search(smooth(1.6, 0.1))
    assert -2.6 < found.least(Goal(1, 3, 0.8).spans) <= -2.0


def test_of_two_ways_the_shorter_is_taken():
    assert search(smooth(2.15, 0.1)).least(Goal(1, 3, 0.8).spans) > 0
    assert search(smooth(2.65, 0.1)).least(Goal(1, 3, 0.8).spans) < 0


def test_where_one_way_leads_nowhere_the_other_is_taken():
    def height(position):
        return 2.15 - 0.2 * min(position, 0.0)

    assert search(height).least(Goal(1, 3, 0.8).spans) < 0


def test_what_is_out_of_reach_is_not_found_and_the_end_was_tried():
    found = search(smooth(3.0, 0.1))
    assert found.least(Goal(1, 2).spans) is None
    assert REACH[1] in found.seen


@given(heights, slopes, st.floats(0.01, 0.2), st.integers(1, 4), st.sampled_from([0.0, 0.15, 0.8]))
@example(2.2, 0.02, 0.2, 2, 0.0)
def test_whatever_the_heights_what_is_found_is_right_and_looked_for_within_bounds(start, slope, step, most, fill):
    goal, height = Goal(1, most, fill), in_steps(start, slope, step)
    found = search(height)
    position = found.least(goal.spans)
    assert len(found.seen) <= 9
    assert all(REACH[0] <= seen <= REACH[1] for seen in found.seen)
    if position is not None:
        assert any(low <= height(position) <= high for low, high in goal.spans)


@given(st.floats(1, 4), slopes, st.integers(1, 3))
def test_pages_that_can_be_few_enough_are_and_by_no_more_than_it_takes(start, slope, most):
    height = smooth(start, slope)
    position = search(height).least(Goal(1, most).spans)
    needed = (start - most) / slope
    assert (position is None) == (height(REACH[1]) > most)
    if position:
        assert needed <= position <= min(needed + max(0.5, 0.07 / slope), REACH[1])


@given(st.lists(st.integers(1, 9), max_size=20), st.integers(1, 60))
def test_as_many_are_left_out_as_make_up_what_is_too_much(lines, wanted):
    count = _how_many(lines, wanted)
    assert sum(lines[:count]) >= wanted or count == len(lines)
    assert sum(lines[: count - 1]) < wanted or not count


@given(st.lists(st.integers(1, 9), max_size=20), st.floats(0, 60))
def test_no_more_is_taken_back_than_there_is_room_for(lines, room):
    count = _how_many_fit(lines, room)
    assert sum(lines[len(lines) - count :]) <= room
    assert count == len(lines) or sum(lines[len(lines) - count - 1 :]) > room


# Budgets


def layout(pages, fill):
    """Pages that are full but for the last."""
    rows = [(Row(PIECE, 700.0),)] * (pages - 1) + [(Row(PIECE, 700.0 * fill),)]
    return Layout((700.0,) * pages, tuple(rows))


@given(st.integers(1, 5), st.floats(0.02, 1), st.integers(1, 4), st.integers(0, 3), st.sampled_from([0.0, 0.5, 0.8]))
def test_a_budget_is_kept_at_the_heights_it_names_and_no_others(pages, fill, least, more, wanted):
    goal, found = Goal(least, least + more, wanted), layout(pages, fill)
    assert goal.is_met(found) == any(low <= found.height + 1e-9 and found.height <= high for low, high in goal.spans)
    assert goal.spans == sorted(goal.spans)


def test_a_budget_says_how_many_pages_and_how_full():
    assert Goal.of(None, 3) == Goal(1, 3)
    assert Goal.of(Pages(max=2), 3) == Goal(1, 2)
    assert Goal.of(Pages(exactly=2), 3) == Goal(2, 2)
    assert Goal.of(Pages(exactly=2, max=4), 3) == Goal(2, 2)
    assert Goal.of(Pages(fill=0.8), 3) == Goal(1, 3, 0.8)
