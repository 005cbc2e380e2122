"""What a start costs: `typeset --help` and a build with nothing to do, beside an interpreter that does nothing.

Run: python benchmarks/start.py [RUNS]
"""

from __future__ import annotations

import shutil
import subprocess
import sys

from timing import compare, project_of, typeset


def main() -> None:
    """Print a line for each command."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    project = project_of("polte.yaml", "applications/polte.yaml", "applications/twitch.yaml")
    unchanged = typeset("--project", str(project), "build")
    subprocess.run(unchanged, check=True, capture_output=True)
    for name, command in (("typeset --help", typeset("--help")), ("unchanged typeset build", unchanged)):
        ours, bare, ratio = compare(command, [sys.executable, "-c", "pass"], runs)
        print(f"{name:26}{ours * 1000:6.0f} ms   python -c pass {bare * 1000:4.0f} ms   ratio {ratio:.2f}")
    shutil.rmtree(project)


if __name__ == "__main__":
    main()
