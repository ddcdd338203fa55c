"""What is disputed in the demo city, what its committees write, how it is answered. Art. 33."""

from pactregistry.demo.disputing import Quarrel
from pactregistry.workflow.states_disputes import Matter

# Via Lunga: asked once without a committee, asked again yesterday.
TAP = Quarrel(
    Matter.DECISION,
    "Dal mese scorso la fontanella si chiude alle 18 per risparmiare acqua. Noi annaffiamo dopo il "
    "lavoro, tra le 19 e le 20: tre aiuole su dodici sono già secche.",
    "Che la fontanella resti aperta fino alle 20, tre sere la settimana, da maggio a settembre.",
)
TAP_AGAIN = Quarrel(
    Matter.DECISION,
    "La prima richiesta è finita senza un comitato: il Comune non ha nominato nessuno. La fontanella "
    "chiude ancora alle 18 e le aiuole secche ora sono cinque.",
    "La stessa cosa: l'acqua fino alle 20, tre sere la settimana. Stavolta con chi ci ascolti.",
)

# The garden: its committee is being formed.
HEDGE_WASTE = Quarrel(
    Matter.PACT,
    "Il gruppo lascia gli scarti della siepe accanto alla fontana anche per dieci giorni. Il patto "
    "dice che li ritira il Comune, non entro quando, e il furgone passa ogni due settimane.",
    "Che si dica dove stanno gli scarti e chi chiama il furgone.",
)
TOO_NEAR = "Nives cura l'orto del parco con lo stesso ufficio: la sentiremmo dalla sua parte."
SISTER = "Mia sorella canta nel coro del gruppo: preferisco non sedere in questo comitato."

# The street: a committee sits and writes.
EVENINGS = Quarrel(
    Matter.DECISION,
    "Per la festa di primavera il Comune ha chiesto di spegnere la musica alle 21. Nel patto le quattro "
    "feste finiscono alle 23, e le botteghe hanno già preso gli impegni.",
    "Che l'orario del patto valga, o che si dica prima di ogni anno quale vale.",
)
LAST_YEAR = "Abbiamo messo tra i documenti i programmi delle quattro feste dell'anno scorso."
QUIETER = "L'ufficio può portare le misure del rumore fatte d'inverno: le chiediamo alla rete."
WHOM_TO_ASK = "Prima di scrivere vorrei sentire anche chi abita sopra il forno."
STREET_MINUTES = (
    "Presenti i tre componenti, il consorzio e il dirigente. Il consorzio racconta gli impegni presi; "
    "il Comune le quattro telefonate dei residenti. Chi abita sopra il forno sarà sentito la prossima "
    "volta."
)
HALF_WRITTEN = (
    "1. Le feste della via restano quattro.\n"
    "2. La musica finisce alle 22; dopo, fino alle 23, solo voci e dolci.\n"
    "3. Il calendario si scrive insieme entro gennaio."
)
WRITTEN_FURTHER = (
    f"{HALF_WRITTEN}\n4. Chi abita nella via ha un numero da chiamare: (da completare)"
)

# The underpass: the City accepted, its citizen is still to answer.
SATURDAYS = Quarrel(
    Matter.PACT,
    "Da quando il patto è ripreso la pulizia si fa quando si può. Chi passa di lunedì trova spesso "
    "bottiglie rotte, e due scuole hanno scritto all'ufficio.",
    "Un giorno fisso, scritto nel patto.",
)
UNDERPASS_MINUTES = (
    "Sentite le due parti. Chi cura il sottopasso lavora a turni e il sabato non sempre può; il Comune "
    "ha bisogno che il lunedì mattina sia pulito."
)
UNDERPASS_PROPOSAL = (
    "Il sottopasso si pulisce ogni due settimane, tra il venerdì e la domenica sera, nel giorno che "
    "sceglie chi lo cura. Chi non può avvisa entro il giovedì e il Comune manda la sua squadra, al più "
    "sei volte l'anno. Il patto si adegua in queste parole."
)
CITY_AGREES = "Sei uscite l'anno sono nel programma della squadra: si può fare."

# The hedge: asked for by a neighbour, before the vote.
SHADE = Quarrel(
    Matter.DAMAGE,
    "La siepe ha superato i due metri e mezzo davanti al mio cortile: i pomodori non hanno più sole e "
    "il muretto si è crepato in due punti, come si vede dalle fotografie.",
    "Che la siepe torni a un metro e mezzo e che qualcuno ripari il muretto.",
)
RESTS = (
    "Il comitato decide se e come la siepe si taglia: finché non propone, nessuno pota e nessuno "
    "pianta davanti al cortile."
)
HEDGE_MINUTES = (
    "Sopralluogo al giardino. Sentiti chi cura la siepe, il Comune e il vicino. La crepa del muretto "
    "è vecchia e va verso l'albero della via; l'ombra nel pomeriggio c'è."
)
ROOTS = "Ho chiesto a un muratore in pensione: dice che la crepa viene dal tiglio, non dalla siepe."
HEDGE_TEXT = (
    "La siepe davanti al cortile si tiene a un metro e ottanta, con due tagli l'anno. Del muretto si "
    "occupa il Comune, con la prossima manutenzione della via. Chi cura la siepe avvisa il vicino "
    "prima di ogni taglio."
)
HEDGE_DISSENT = (
    "Un metro e ottanta lascia in ombra l'orto da ottobre: avrei scritto un metro e mezzo. Sul resto "
    "sono d'accordo."
)

# The school yard: settled with a change of its pact.
MUSIC = Quarrel(
    Matter.PACT,
    "Il lunedì la scuola ha spostato al pomeriggio le lezioni di musica. Con il cortile aperto le "
    "finestre restano chiuse, e le maestre chiedono silenzio.",
    "Che il lunedì il cortile resti chiuso.",
)
YARD_MINUTES = (
    "Sentite le due parti e una maestra di musica. Le lezioni finiscono alle 17; l'orto va bagnato "
    "anche il lunedì, e bagnare non fa rumore."
)
YARD_PROPOSAL = (
    "Il lunedì il cortile apre alle 17, a lezioni finite; prima di allora si entra solo per l'orto, in "
    "silenzio. Al posto delle ore perse apre il sabato mattina. Il patto si adegua."
)
YARD_YES = "Il sabato i bambini hanno più tempo: va meglio di prima."
YARD_D = (
    "Il cortile è aperto il lunedì dalle 17 alle 19, il giovedì dalle 16 alle 19 e il sabato mattina. Il "
    "lunedì prima delle 17 si entra solo per curare l'orto."
)

# The workshop: a damage, a late proposal, no agreement.
BENCH = Quarrel(
    Matter.DAMAGE,
    "Alla riconsegna dell'autorimessa il pavimento ha tre solchi davanti al banco della morsa. La "
    "riparazione costa 640 euro.",
    "Che il gruppo rimborsi la riparazione, o la faccia a regola d'arte.",
)
FLOOR_MINUTES = (
    "Sentite le parti. Il gruppo mostra fotografie del primo giorno: un solco c'era. Il Comune non ha un "
    "verbale di consegna."
)
FLOOR_MINUTES_AGAIN = (
    "Il tecnico sentito dal comitato dice che due solchi su tre sono recenti. La perizia è arrivata "
    "tardi: la proposta non sarà pronta nei trenta giorni."
)
FLOOR_PROPOSAL = (
    "Il gruppo ripara i due solchi recenti con materiale del Comune, in una giornata; al terzo provvede "
    "il Comune. Nessuno paga nulla all'altro."
)
FLOOR_DISSENT = "Senza un verbale di consegna il dubbio resta: tutto il pavimento tocca al Comune."
FLOOR_CITY_YES = "Il materiale c'è e la giornata la concordiamo."
FLOOR_NO = "Quel pavimento ha sessant'anni: non firmiamo di averlo rovinato noi."

# The river: withdrawn, because what was asked came.
MOWN = Quarrel(
    Matter.DECISION,
    "L'ultimo sfalcio ha tagliato quattro alberelli piantati da noi: la squadra non sapeva che "
    "c'erano.",
    "Che le piante giovani siano segnate prima di ogni sfalcio, e le quattro ripiantate.",
)
STAKES = (
    "Il Comune ha messo i paletti e ripiantato i quattro alberi: non c'è più nulla da chiedere."
)

# The washhouse: nothing can be proposed before the act of another office.
DRY = Quarrel(
    Matter.DECISION,
    "Il Comune ha chiuso l'acqua del lavatoio finché non arriva l'atto di tutela. Senza acqua non si "
    "prova l'impianto, e i volontari che lo dovevano provare se ne vanno uno alla volta.",
    "Che l'acqua sia riaperta almeno una mattina la settimana.",
)
DRY_MINUTES = (
    "Sopralluogo al lavatoio, sentite le due parti. L'associazione mostra le vasche asciutte; il Comune "
    "dice che senza l'atto di tutela nessuno può dire se l'acqua rovina la pietra."
)
NOTHING_TO_PROPOSE = (
    "I tre componenti non propongono nulla: se l'acqua rovina la pietra lo dice l'atto di tutela, che "
    "manca ancora. Quando c'è, la conciliazione si può chiedere di nuovo."
)

# The bridge: all parties want the pact to end before the notice is over.
BOARD = Quarrel(
    Matter.PACT,
    "Chi cura la bacheca si è trasferito e il preavviso dura ancora tre settimane: nel frattempo "
    "nessuno pulisce, e un'associazione chiede di cominciare subito.",
    "Che il patto finisca prima, senza colpe.",
)
BRIDGE_MINUTES = "Sentite le parti, online: sono d'accordo che nessuno tenga fermo l'altro."
BRIDGE_PROPOSAL = (
    "Il patto finisce di comune accordo appena le chiavi della bacheca sono tornate all'ufficio. Le "
    "panchine restano come sono; nessuno deve nulla all'altro."
)
KEYS = "Le chiavi le spedisco io, con la raccomandata."
