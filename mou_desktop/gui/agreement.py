"""The commands of the Agreement menu: the versions' wording and the order of the articles."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from mou_desktop.errors import FieldError
from mou_desktop.gui.columns.panel import Columns
from mou_desktop.gui.prompts import Prompts
from mou_desktop.gui.session import ARTICLES, VERSIONS, Session
from mou_desktop.gui.wording import _, error_text, full_label
from mou_desktop.languages import registry
from mou_desktop.languages.base import MARKS, Kind
from mou_desktop.model import numbering, texts, versions
from mou_desktop.model.draft import Draft
from mou_desktop.model.finding import VERSION
from mou_desktop.model.slots import ARTICLE
from mou_desktop.render.splice import Wording


class Agreement(QObject):
    """Changes the session's wording where the caret is; what cannot be done is said in a prompt."""

    def __init__(self, session: Session, columns: Columns, prompts: Callable[[], Prompts]) -> None:
        super().__init__(session)
        self._session = session
        self._columns = columns
        self._prompts = prompts
        self._language = self._place = ""
        columns.entered.connect(self._on_entered)
        columns.wording_typed.connect(self._on_typed)
        columns.paragraph_divided.connect(self._on_divided)
        session.draft_replaced.connect(self._on_replaced)

    @property
    def language(self) -> str:
        """The version with the caret; empty when it was in none."""
        self._follow_caret()
        return self._language

    @property
    def article(self) -> str:
        """The article with the caret; empty when it is elsewhere."""
        self._follow_caret()
        return self._place if self._place in self._session.draft.articles else ""

    @property
    def to_review(self) -> bool:
        """Whether the version with the caret has still to follow another's wording."""
        return self.language in self._session.draft.review.get(self._place, ())

    def insert_article(self, behind: int) -> None:
        """A new article above the one with the caret (0) or below it (1), or at the end."""
        draft = self._session.draft
        at = draft.articles.index(self.article) + behind if self.article else len(draft.articles)
        self._arrange(lambda: texts.insert_article(draft, at))
        self._columns.edit(self.language or draft.values.languages[0], self._at(at))

    def move_article(self, step: int) -> None:
        """The article with the caret further down, or up."""
        article, language = self.article, self.language
        if article:
            self._arrange(lambda: texts.move_article(self._session.draft, article, step))
            self._columns.edit(language, article)

    def delete_article(self) -> None:
        """Take away the article with the caret, in every version."""
        article = self.article
        if article:
            self._arrange(lambda: texts.delete_article(self._session.draft, article))

    def confirm(self) -> None:
        """The version with the caret says what the others say."""
        if self.to_review:
            language, place = self._language, self._place
            changed = texts.confirm(self._session.draft, language, place)
            self._session.end_typing()
            self._session.apply(f"{VERSION}{language}.{place}", changed)

    def keep_version(self) -> None:
        """Keep the present state of the draft under a name that the officer gives."""
        draft = self._session.draft
        proposed = _("Version {number}").format(number=len(draft.versions) + 1)
        name = self._prompts().version_name(proposed)
        if name is not None:
            self._session.end_typing()
            now = datetime.now().astimezone()
            self._do(VERSIONS, lambda: versions.keep(draft, name, now))

    def next_open(self) -> str:
        """The next text behind the caret that is to be written or reviewed («version.ru.events»);
        behind the last comes the first. Empty when there is none.
        """
        draft, findings = self._session.draft, self._session.findings
        found = [each for each in findings if each.path.startswith(VERSION)]
        rows, tags = texts.places(draft), draft.values.languages
        here = (
            rows.index(self._place) if self._place in rows else -1,
            tags.index(self._language) if self._language in tags else -1,
        )
        behind = (
            each for each in found if (rows.index(each.place), tags.index(each.language)) > here
        )
        following = next(behind, found[0] if found else None)
        return following.path if following is not None else ""

    def fields(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """What can be put in at the caret, fields and references to articles: name, path and the
        forms that the language has.
        """
        if not self._language:
            return []
        draft, language = self._session.draft, registry.language(self._language)
        found = []
        for spec in draft.template.fields:
            forms = () if spec.kind in MARKS else language.forms(spec.kind)
            numbers = range(draft.template.parties if "*" in spec.path else 1) if forms else ()
            paths = [spec.path.replace("*", str(number)) for number in numbers]
            found += [(full_label(path), path, forms) for path in paths]
        _heading, *cases = language.forms(Kind.ARTICLE)
        for article, number in numbering.numbers(draft).items():
            heading = language.article(number, "heading")
            found.append((heading, f"{ARTICLE}{article}", tuple(cases)))
        return found

    def insert_field(self, path: str, form: str) -> None:
        """Put a field where the caret is."""
        cell = self._columns.current()
        if cell is not None:
            cell.insert_field(f"{{{path}:{form}}}")

    def _follow_caret(self) -> None:
        """A cell that keeps the caret may hold another article than before."""
        cell = self._columns.current()
        if cell is not None:
            _version, self._language, self._place = cell.objectName().split(".", 2)

    def _on_entered(self, language: str, place: str) -> None:
        self._session.end_typing()
        self._language, self._place = language, place

    def _on_replaced(self) -> None:
        self._language = self._place = ""

    def _on_typed(self, language: str, place: str, wording: Wording) -> None:
        draft, path = self._session.draft, f"{VERSION}{language}.{place}"
        self._do(path, lambda: texts.rewrite(draft, language, place, wording.paragraphs))

    def _on_divided(self, language: str, place: str, wording: Wording) -> None:
        draft, path = self._session.draft, f"{VERSION}{language}.{place}"
        new = wording.paragraphs
        self._session.end_typing()
        self._do(path, lambda: texts.split(draft, language, place, new, wording.number))

    def _arrange(self, change: Callable[[], Draft]) -> None:
        self._session.end_typing()
        self._do(ARTICLES, change)

    def _do(self, path: str, change: Callable[[], Draft]) -> None:
        try:
            self._session.apply(path, change())
        except FieldError as error:
            self._prompts().error(error_text(error))

    def _at(self, position: int) -> str:
        articles = self._session.draft.articles
        return articles[min(position, len(articles) - 1)]
