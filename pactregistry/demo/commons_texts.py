"""The list of commons of Valfiorita: all kinds of Art. 2(1)a, with the cases that the law names."""

from typing import Any

from pactregistry.workflow.states import CommonsKind, OwnerKind, Reserved

CITY = {"owner_kind": OwnerKind.CITY, "owner": "Comune di Valfiorita", "owner_public": True}


def _point(district: str, longitude: float, latitude: float) -> dict[str, Any]:
    return {
        "district": district,
        "longitude": longitude,
        "latitude": latitude,
        "geometry": {"type": "Point", "coordinates": [longitude, latitude]},
    }


def _area(district: str, longitude: float, latitude: float, wide: float) -> dict[str, Any]:
    """An area with five corners around a point; `wide` is half its width in degrees."""
    corners = [(-1.0, -0.6), (0.9, -0.7), (1.0, 0.5), (0.1, 0.8), (-0.9, 0.6), (-1.0, -0.6)]
    ring = [[round(longitude + x * wide, 6), round(latitude + y * wide, 6)] for x, y in corners]
    return {
        "district": district,
        "longitude": longitude,
        "latitude": latitude,
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def _one(
    name: str,
    kind: CommonsKind,
    where: dict[str, Any],
    description: str,
    aims: str,
    **more: object,
) -> dict[str, Any]:
    told = {"name": name, "kind": kind, "description": description, "aims": aims}
    return {**told, "address": name, "theme": "spazi comuni", **CITY, **where, **more}


SPACE, BUILDING = CommonsKind.PUBLIC_SPACE, CommonsKind.BUILDING
NOWHERE: dict[str, Any] = {"district": "", "address": ""}

LISTED = (
    _one(
        "Via Lunga",
        SPACE,
        _point("centro", 11.0512, 44.6231),
        "Una via di negozi e case con dodici aiuole lungo il marciapiede.",
        "Cura del verde, arredo, momenti di incontro.",
        theme="verde e giardini",
    ),
    _one(
        "Giardino dei Tigli",
        SPACE,
        _area("centro", 11.0467, 44.6189, 0.0011),
        "Un giardino di 4.000 metri quadrati con panchine, fontana e siepe.",
        "Cura del verde e delle panchine, gioco, lettura.",
        theme="verde e giardini",
    ),
    _one(
        "Campo Stella",
        SPACE,
        _area("fiume", 11.0634, 44.6275, 0.0008),
        "Un campo da gioco in asfalto con due canestri e un prato.",
        "Gioco libero e sport, con ore di quiete per i vicini.",
        theme="sport e gioco",
    ),
    _one(
        "Via del Forno",
        SPACE,
        _point("centro", 11.0498, 44.6214),
        "La via dei negozi, chiusa alle auto, con 62 vetrine.",
        "Decoro, fioriere, luci, piccole feste di via.",
    ),
    _one(
        "Lavatoio vecchio",
        BUILDING,
        _point("collina", 11.0391, 44.6302),
        "Lavatoio coperto del 1890 in disuso, con due vasche e una sala.",
        "Recupero e apertura al quartiere come laboratorio.",
        theme="edifici",
        heritage_protected=True,
        source_act="Delibera di Giunta 44/dimostrativa",
    ),
    _one(
        "Parco del Mulino",
        SPACE,
        _area("fiume", 11.0702, 44.6164, 0.0016),
        "Il parco lungo il fiume, con un prato grande e il mulino chiuso.",
        "Orti, cura del verde, letture e musica all'aperto.",
        theme="verde e giardini",
    ),
    _one(
        "Casa dei Glicini",
        BUILDING,
        _point("fiume", 11.0661, 44.6203),
        "Villetta su due piani, confiscata alla criminalità organizzata.",
        "Attività sociali e doposcuola, aperte al quartiere.",
        theme="edifici",
        confiscated=True,
        source_act="Delibera di Giunta 51/dimostrativa",
    ),
    _one(
        "Ex officina del Ponte",
        BUILDING,
        _point("centro", 11.0533, 44.6177),
        "Capannone di 300 metri quadrati con cortile.",
        "Innovazione sociale: laboratori condivisi e riuso.",
        theme="edifici",
        source_act="Delibera di Giunta 52/dimostrativa",
        reserved_for=Reserved.SOCIAL_INNOVATION,
    ),
    _one(
        "Muro del Sottopasso",
        SPACE,
        _point("centro", 11.0551, 44.6209),
        "Ottanta metri di muro in cemento nel sottopasso pedonale.",
        "Creatività urbana: pittura murale e arte pubblica.",
        theme="arte",
        reserved_for=Reserved.CREATIVITY,
    ),
    _one(
        "Piazzetta delle Oche",
        SPACE,
        _area("centro", 11.0455, 44.6202, 0.0004),
        "Una piazzetta in attesa dei lavori di ripavimentazione.",
        "Usi temporanei: sedute, giochi, piccoli mercati.",
        temporary_use=True,
    ),
    _one(
        "Portico della Seta",
        CommonsKind.PRIVATE_SPACE,
        _point("centro", 11.0481, 44.6221),
        "Portico privato aperto al pubblico passaggio, trenta metri.",
        "Pulizia, luci e piccole mostre, con il consenso della proprietà.",
        owner_kind=OwnerKind.PRIVATE,
        owner="Immobiliare Inventata srl",
        owner_public=False,
    ),
    _one(
        "Cortile della scuola Rondine",
        SPACE,
        _point("collina", 11.0418, 44.6276),
        "Cortile della scuola primaria, aperto al quartiere il pomeriggio.",
        "Orto didattico e gioco fuori dall'orario di scuola.",
        theme="scuola",
        availability="Dal lunedì al venerdì dopo le 16.30.",
    ),
    _one(
        "Mappa libera dei sentieri",
        CommonsKind.DIGITAL,
        NOWHERE,
        "Tracciati e fotografie dei sentieri di collina, come dati aperti.",
        "Aggiornamento e traduzione da parte di chi cammina.",
        theme="dati aperti",
        url="https://dati.valfiorita.example/sentieri",
        licence="CC BY 4.0",
    ),
    _one(
        "Memoria del mercato coperto",
        CommonsKind.INTANGIBLE,
        NOWHERE,
        "Racconti e ricette di chi lavorava al mercato coperto.",
        "Raccolta di voci, letture, cene di quartiere.",
        theme="memoria",
    ),
)
WAITING = {
    "name": "Il pozzo di via della Rocca",
    "kind": SPACE,
    "description": "Un vecchio pozzo con una panca di pietra, coperto di rovi.",
    "aims": "Pulirlo e farne un posto dove sedersi.",
    "address": "Via della Rocca",
    **_point("collina", 11.0377, 44.6281),
}
DECLINED = {
    "name": "Il cortile del condominio Aurora",
    "kind": CommonsKind.PRIVATE_SPACE,
    "description": "Un cortile interno con un ulivo.",
    "aims": "Aprirlo a tutti.",
    "address": "Cortile Aurora",
    **_point("fiume", 11.0611, 44.6231),
}
WHY_DECLINED = (
    "Il cortile è interno a un condominio, non è aperto al pubblico passaggio e l'assemblea dei "
    "proprietari ha scritto di non volerlo aprire: senza il loro consenso non può stare nell'elenco."
)
