"""A city's own choices over its pack, `city.toml`: terms, offices, districts, switches."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pactregistry.workflow.city_choices import Competing, Conciliation, Oversight
from pactregistry.workflow.city_supports import Supports, read_supports
from pactregistry.workflow.fitting import in_words
from pactregistry.workflow.loading import UNREADABLE, read_toml
from pactregistry.workflow.measures import Text
from pactregistry.workflow.pack import Pack, PackFault, Term
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
class Succession:
    """From which day on new files open under another pack. Art. 36."""

    pack: str
    since: date


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
    competing: Competing
    supports: Supports
    oversight: Oversight = field(default_factory=Oversight)
    conciliation: Conciliation = field(default_factory=Conciliation)
    successions: tuple[Succession, ...] = ()

    def pack_on(self, day: date) -> str:
        """The id of the pack in force on a day."""
        entered = [later.pack for later in self.successions if later.since <= day]
        return entered[-1] if entered else self.pack

    @property
    def packs(self) -> tuple[str, ...]:
        """The ids of all packs under which files are opened, in their order."""
        return tuple(dict.fromkeys((self.pack, *(later.pack for later in self.successions))))

    def term(self, pack: Pack, key: str, kind: str = "") -> Term:
        """A term of the pack for a kind of pact, with the city's value where the text sets none."""
        kinds = pack.kinds.get(kind)
        term = pack.terms[kinds.terms.get(key, key) if kinds else key]
        key = term.key
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


def check_overlay(city: City, packs: Mapping[str, Pack]) -> list[str]:
    """The faults of a city's terms against the packs it opens files under; empty when they fit."""
    unknown = [name for name in city.packs if name not in packs]
    if unknown:
        known = ", ".join(sorted(packs))
        return [f"There is no pack {name}: known are {known}." for name in unknown]
    used = [packs[name] for name in city.packs]
    faults = []
    for key in city.terms:
        sources = {pack.terms[key].source for pack in used if key in pack.terms}
        if not sources:
            faults.append(f"terms.{key}: there is no such term in {', '.join(city.packs)}")
        elif sources == {"statute"}:
            faults.append(f"terms.{key}: the text itself sets this term; a city cannot change it")
    faults += [
        f"terms.{key}: the text sets none, so the city must"
        for pack in used
        for key, term in pack.terms.items()
        if term.source == "city" and key not in city.terms
    ]
    return list(dict.fromkeys(faults)) + _succession_faults(city, packs)


def _succession_faults(city: City, packs: Mapping[str, Pack]) -> list[str]:
    days = [later.since for later in city.successions]
    line = [city.pack, *(later.pack for later in city.successions)]
    return [
        *(
            f"succession: {later} comes after {earlier}: their days must rise"
            for earlier, later in pairwise(days)
            if later <= earlier
        ),
        *(
            f"succession: {later} follows itself"
            for earlier, later in pairwise(line)
            if earlier == later
        ),
        *(
            f"succession: {later.pack} is in force from {packs[later.pack].in_force_from} only"
            for later in city.successions
            if later.since < packs[later.pack].in_force_from
        ),
    ]


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
        competing=Competing(**data.get("competing", {})),
        supports=read_supports(data),
        oversight=Oversight(**data.get("oversight", {})),
        conciliation=Conciliation(**data.get("conciliation", {})),
        successions=tuple(
            Succession(value["pack"], _day(value["from"])) for value in data.get("succession", ())
        ),
    )


def _day(value: object) -> date:
    if not isinstance(value, date):
        message = f"succession: {value!r} is not a day such as 2026-05-31"
        raise ValueError(message)
    return value


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
        *(
            f"competing.{key}: {value} is not a number"
            for key, value in asdict(city.competing).items()
            if not str(value).isdigit()
        ),
        *(() if city.offices_of("desk") else ("offices: one of kind desk is needed (10(2))",)),
    ]
