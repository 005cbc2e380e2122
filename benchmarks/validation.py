"""What reading content into typed classes costs at a start: our own reader beside msgspec, cattrs and pydantic.

Each is given the same work: import, declare nine classes, read the same small résumé once. Ours reads a tree that
knows its places and reports every fault with its line; the others read plain data, and know nothing of lines.

Run: python benchmarks/validation.py [RUNS]    (needs: pip install msgspec cattrs pydantic)
"""

from __future__ import annotations

import sys

from timing import compare

FIELDS = {
    "Highlight": {"text": "str"},
    "Profile": {"network": "str", "username": "str", "url": "str"},
    "Location": {"city": "str", "region": "str"},
    "Basics": {"name": "str", "label": "str", "email": "str", "location": "Location", "profiles": "list[Profile]"},
    "Work": {"name": "str", "position": "str", "startDate": "str", "endDate": "str", "highlights": "list[Highlight]"},
    "Education": {"institution": "str", "area": "str", "studyType": "str"},
    "Skill": {"name": "str", "keywords": "list[str]"},
    "Interest": {"name": "str"},
    "Resume": {"basics": "Basics", "work": "list[Work]", "education": "list[Education]", "skills": "list[Skill]"},
}

DATA = {
    "basics": {
        "name": "Ada",
        "label": "Engineer",
        "email": "ada@example.org",
        "location": {"city": "London", "region": "England"},
        "profiles": [{"network": "GitHub", "username": "ada", "url": "https://example.org/ada"}],
    },
    "work": [
        {
            "name": "Works",
            "position": "Engineer",
            "startDate": "2012-01",
            "endDate": "2015-02",
            "highlights": [{"text": "a bullet"}] * 5,
        }
    ]
    * 5,
    "education": [{"institution": "School", "area": "Physics", "studyType": "B.Sc."}],
    "skills": [{"name": "Python", "keywords": ["one", "two"]}],
}


def classes(opening: str) -> str:
    """Return the source of the nine classes, each opened by `opening`."""
    return "\n".join(
        opening.format(name=name) + "".join(f"    {field}: {kind}\n" for field, kind in fields.items())
        for name, fields in FIELDS.items()
    )


FRAME = "@dataclass(frozen=True)\nclass {name}:\n"
PROGRAMS = {
    "typeset": (
        "import json\n"
        "from typeset.resume.model import Resume\n"
        "from typeset.resume.reading import read\n"
        "from typeset.source import Source, json as tree\n"
        "found, faults = read(tree.parse(Source('x', json.dumps(DATA))), Resume, 'it')\n"
        "assert not faults and len(found.work) == 5\n"
    ),
    "msgspec": "import msgspec\n" + classes("class {name}(msgspec.Struct):\n") + "msgspec.convert(DATA, Resume)\n",
    "cattrs": "import cattrs\nfrom dataclasses import dataclass\n"
    + classes(FRAME)
    + "cattrs.structure(DATA, Resume)\n",
    "pydantic": "import pydantic\n" + classes("class {name}(pydantic.BaseModel):\n") + "Resume.model_validate(DATA)\n",
}


def main() -> None:
    """Print the CPU time of each, less that of an interpreter that does nothing."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    for name, program in PROGRAMS.items():
        command = [sys.executable, "-c", f"DATA = {DATA!r}\n{program}"]
        time, bare, ratio = compare(command, [sys.executable, "-c", "pass"], runs)
        print(f"{name:9} {(time - bare) * 1000:5.0f} ms over a bare start   ratio {ratio:.2f}")


if __name__ == "__main__":
    main()
