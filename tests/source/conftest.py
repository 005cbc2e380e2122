"""What the two parsers' tests share: ways to look at a tree."""

from collections.abc import Callable

import pytest

from typeset.source import Key, Mapping, Node, Scalar, Sequence


@pytest.fixture(scope="session")
def plain() -> Callable[..., object]:
    """A function from a tree to plain data; `meaning` says what a scalar is taken for, its text if not told."""

    def plain_data(node: Node, meaning: Callable[[Scalar], object] = lambda scalar: scalar.text) -> object:
        match node:
            case Mapping():
                return {key.text: plain_data(value, meaning) for key, value in node}
            case Sequence():
                return [plain_data(item, meaning) for item in node.items]
            case _:
                return meaning(node)

    return plain_data


@pytest.fixture(scope="session")
def scalars() -> Callable[[Node], list[Scalar | Key]]:
    """A function from a tree to its keys and scalars, in the order written."""

    def all_scalars(node: Node) -> list[Scalar | Key]:
        match node:
            case Mapping():
                return [found for key, value in node for found in (key, *all_scalars(value))]
            case Sequence():
                return [found for item in node.items for found in all_scalars(item)]
            case _:
                return [node]

    return all_scalars
