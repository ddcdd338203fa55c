"""A city's own choices over its pack, `city.toml`: terms, offices, districts, switches."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pactregistry.workflow.loading import UNREADABLE, in_words, read_toml
from pactregistry.workflow.pack import Pack, PackFault, Term, Text
from pactregistry.workflow.states import SignatureKind


@dataclass(frozen=True)
class Profile:
    """How the city presents itself on pages, mails and documents."""

    name: str
    short_name: str
    office: str
    address: str
    phone: str
    opening_hours: str
    email: str
    certified_mail: str
    tax_code: str
    data_protection_officer: str
    accessibility_statement: str
    privacy_statement: str
    legal_notes: str
    logo: str


@dataclass(frozen=True)
class Office:
    """An office that takes part in the procedure; kind: desk, technical, service or executive."""

    key: str
    kind: str
    name: Text


@dataclass(frozen=True)
class District:
    """A district, whose president gives an opinion of opportunity (Art. 11(6))."""

    key: str
    name: Text


@dataclass(frozen=True)
class Place:
    """A place that citizens may choose from a list; longitude and latitude in degrees."""

    name: str
    district: str
    longitude: float
    latitude: float


@dataclass(frozen=True)
class City:
    """The settings of one city, checked at start."""

    pack: str
    language: str
    languages: tuple[str, ...]
    zone: ZoneInfo
    profile: Profile
    map_centre: tuple[float, float]
    map_reach: float
    terms: Mapping[str, int]
    reason_minimum: int
    formulas: tuple[str, ...]
    switches: Mapping[str, bool]
    signatures: Mapping[str, tuple[SignatureKind, ...]]
    remedies: Text
    offices: Mapping[str, Office]
    districts: Mapping[str, District]
    places: tuple[Place, ...]

    def term(self, pack: Pack, key: str) -> Term:
        """A term of the pack, with the city's value where the text sets none."""
        term = pack.terms[key]
        if term.source == "city" and key in self.terms:
            return replace(term, value=self.terms[key])
        return term

    def offices_of(self, *kinds: str) -> tuple[Office, ...]:
        """The offices of some kinds, in the order of the file."""
        return tuple(office for office in self.offices.values() if office.kind in kinds)

    @property
    def desk(self) -> Office:
        """The office in charge, the proposer's single contact (Art. 10(2))."""
        return self.offices_of("desk")[0]


def load_city(path: Path) -> City:
    """Read `city.toml`.

    Raises:
        PackFault: the file is missing or malformed, or its parts do not fit together.
    """
    data = read_toml(path)
    try:
        city = _read(data)
    except UNREADABLE as error:
        raise PackFault([f"{path.name}: {in_words(error)}."]) from error
    faults = [f"{path.name}: {fault}" for fault in _faults(city)]
    if faults:
        raise PackFault(faults)
    return city


def check_overlay(city: City, pack: Pack) -> list[str]:
    """The faults of a city's terms and switches against a pack; empty when it fits."""
    faults = []
    for key in city.terms:
        if key not in pack.terms:
            faults.append(f"terms.{key}: the pack {pack.id} has no such term")
        elif pack.terms[key].source == "statute":
            faults.append(f"terms.{key}: the text itself sets this term; a city cannot change it")
    faults += [
        f"terms.{key}: the text sets none, so the city must"
        for key, term in pack.terms.items()
        if term.source == "city" and key not in city.terms
    ]
    return faults


def _read(data: Mapping[str, Any]) -> City:
    return City(
        pack=data["pack"],
        language=data["language"],
        languages=tuple(data["languages"]),
        zone=ZoneInfo(data["timezone"]),
        profile=Profile(**data["profile"]),
        map_centre=(data["map"]["longitude"], data["map"]["latitude"]),
        map_reach=data["map"]["reach"],
        terms=data["terms"],
        reason_minimum=data["reasons"]["minimum"],
        formulas=tuple(data["reasons"]["formulas"]),
        switches=data["switches"],
        signatures={
            side: tuple(SignatureKind(kind) for kind in kinds)
            for side, kinds in data["signatures"].items()
        },
        remedies=data["remedies"],
        offices={key: Office(key, **value) for key, value in data["offices"].items()},
        districts={key: District(key, **value) for key, value in data["districts"].items()},
        places=tuple(Place(**value) for value in data.get("places", ())),
    )


def _faults(city: City) -> list[str]:
    return [
        *(
            f"places: {place.name}: no district {place.district}"
            for place in city.places
            if place.district not in city.districts
        ),
        *(
            f"terms.{key}: {value} is not a number of days"
            for key, value in city.terms.items()
            if not (str(value).isdigit() and value > 0)  # a file may say anything
        ),
        *(() if city.offices_of("desk") else ("offices: one of kind desk is needed (10(2))",)),
    ]
