"""The fonts of every document: ours, from packages, and none of the machine's."""

import os
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.sax.saxutils import escape

# In order of preference; the later ones give the letters that the earlier have not. Noto builds an
# Arabic letter from several glyphs, and text copied from the file is not what was written.
FAMILIES = {
    "Titillium Web": "fontpkg_titillium_web",
    "Noto Sans": "fontpkg_noto_sans",
    "IBM Plex Sans Arabic": "fontpkg_ibm_plex_sans_arabic",
    "Noto Sans Arabic": "fontpkg_noto_sans_arabic",
}


def load_fonts() -> Any:
    """Make the process's one FontConfiguration, blind to the fonts of the system."""
    with TemporaryDirectory(prefix="pactregistry-fonts-") as folder:
        configuration = Path(folder) / "fonts.conf"
        configuration.write_text(_configuration(folder), encoding="utf-8")
        # Read when WeasyPrint is imported and once more below; not needed after.
        os.environ["FONTCONFIG_FILE"] = str(configuration)
        from weasyprint.text.fonts import FontConfiguration

        return FontConfiguration()


def _configuration(cache: str) -> str:
    folders = "".join(
        f"<dir>{escape(str(files(name) / 'files'))}</dir>" for name in FAMILIES.values()
    )
    families = "".join(f"<string>{name}</string>" for name in FAMILIES)
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>'
        f"{folders}<cachedir>{escape(cache)}</cachedir>"
        f'<match><edit name="family" mode="append_last">{families}</edit></match></fontconfig>'
    )
