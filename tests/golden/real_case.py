"""A real case of an amendment: the example is signed, then changed in everything that changes."""

from mou_desktop.model import fields, texts
from mou_desktop.model.draft import Draft
from mou_desktop.store import examples

TAGS = ("az", "kk", "ru", "en")
FIELDS = {
    "duration_years": "3",
    "notice_months": "2",
    "copies": "8",
    "parties.1.signatory.sex": "f",
    "parties.1.signatory.name.az": "Aygül Serikova",
    "parties.1.signatory.name.kk": "Айгүл Серікова",
    "parties.1.signatory.name.ru": "Айгуль Серикова",
    "parties.1.signatory.name.en": "Aigul Serikova",
    "parties.1.signatory.position.az": "Direktor",
    "parties.1.signatory.position.kk": "Директор",
    "parties.1.signatory.position.ru": "Директор",
    "parties.1.signatory.position.en": "Director",
}
SENTENCE = {
    "az": ("Bu məlumatlar", "Bu məlumatlar hər il yenilənəcək və"),
    "kk": ("Бұл ақпарат", "Бұл ақпарат жыл сайын жаңартылып,"),
    "ru": ("Данная информация будет", "Данная информация будет ежегодно обновляться и"),
    "en": ("This information will be", "This information will be updated every year and"),
}
PERSONAL_DATA = {
    "az": "Tərəflər bu Memorandum çərçivəsində əldə edilmiş fərdi məlumatları öz dövlətlərinin"
    " qanunvericiliyinə uyğun emal edir və digər Tərəfin razılığı olmadan üçüncü şəxslərə"
    " vermirlər.",
    "kk": "Тараптар осы Меморандум шеңберінде алынған дербес деректерді өз мемлекеттерінің"
    " заңнамасына сәйкес өңдейді және оларды екінші Тараптың келісімінсіз үшінші тұлғаларға"
    " бермейді.",
    "ru": "Стороны обрабатывают персональные данные, полученные в рамках настоящего Меморандума, в"
    " соответствии с законодательством своих государств и не передают их третьим лицам без согласия"
    " другой Стороны.",
    "en": "The Parties process personal data received within the framework of this Memorandum in"
    " accordance with the legislation of their States and do not transfer them to third persons"
    " without the agreement of the other Party.",
}


def signed() -> Draft:
    """The example, with the day on which it is dated."""
    draft = examples.load("memorandum")
    for path, text in {"date.month": "5", "date.day": "5"}.items():
        draft = fields.change(draft, path, text)
    return draft


def amended(draft: Draft) -> Draft:
    """The agreement as the parties want it now."""
    for path, text in FIELDS.items():
        draft = fields.change(draft, path, text)
    wordings = {}
    for tag, (old, new) in SENTENCE.items():
        (paragraph,) = texts.paragraphs(draft, tag, "information")
        wordings[tag] = (paragraph.replace(old, new),)
    draft = texts.rewrite_together(draft, "information", wordings)
    draft = texts.delete_article(draft, "termination")
    draft = texts.insert_article(draft, draft.articles.index("testimonium"))
    new = draft.articles[-2]
    return texts.rewrite_together(draft, new, {tag: (PERSONAL_DATA[tag],) for tag in TAGS})


ERRORS = {
    "ru": ("information", "Данная информация", "Указанная информация"),
    "kk": (
        "events",
        "Тараптар кез келген тақырыпта бірлескен",
        "Тараптар кез келген тақырыпта және кез келген нысанда бірлескен",
    ),
    "az": ("termination", "", "Bu “Memorandum” vaxtından əvvəl ləğv edilə bilər."),
}


def mended(draft: Draft, *, back: bool = False) -> Draft:
    """The agreement without the errors that were found in three of its versions; or with them."""
    for tag, (place, old, new) in ERRORS.items():
        if not old:
            wording = draft.template.texts[tag].articles[place] if back else (new,)
        else:
            old, new = (new, old) if back else (old, new)
            wording = tuple(each.replace(old, new) for each in texts.paragraphs(draft, tag, place))
        draft = texts.rewrite(draft, tag, place, wording)
    return draft
