"""Where things are, and the programs to compare with, which are installed below target/ on first use."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
WORK = TARGET / "comparison"


def rapporteur():
    """The release binary; RAPPORTEUR names another."""
    program = Path(os.environ.get("RAPPORTEUR", TARGET / "release" / "rapporteur"))
    if not program.is_file():
        sys.exit(f"{program} is not there: run `cargo build --release -p rapporteur` first")
    return str(program)


def python(name):
    """The Python of a virtual environment with what requirements-NAME.txt lists."""
    folder, wanted = WORK / name, HERE / f"requirements-{name}.txt"
    interpreter, stamp = folder / "bin" / "python", folder / "installed.txt"
    if not stamp.is_file() or stamp.read_text() != wanted.read_text():
        print(f"installing {', '.join(wanted.read_text().split())} …", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([interpreter, "-m", "pip", "install", "--quiet", "-r", wanted], check=True)
        stamp.write_text(wanted.read_text())
    return str(interpreter)


def node(*packages):
    """A folder in which Node.js finds the packages; None where npm is missing."""
    npm = shutil.which("npm")
    if npm is None:
        return None
    folder = WORK / "node"
    folder.mkdir(parents=True, exist_ok=True)
    if not all((folder / "node_modules" / package.split("@")[0]).is_dir() for package in packages):
        print(f"installing {', '.join(packages)} …", file=sys.stderr)
        subprocess.run([npm, "install", "--silent", "--no-audit", "--no-fund", *packages], cwd=folder, check=True)
    return folder
