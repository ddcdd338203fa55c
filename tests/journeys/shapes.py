"""What of a page is the same in every language, and which rules of axe hang on the words."""

from playwright.sync_api import Page

RULES_OF_WORDS = (
    "area-alt",
    "aria-command-name",
    "aria-input-field-name",
    "aria-meter-name",
    "aria-progressbar-name",
    "aria-toggle-field-name",
    "button-name",
    "document-title",
    "empty-heading",
    "empty-table-header",
    "frame-title",
    "html-has-lang",
    "html-lang-valid",
    "image-alt",
    "image-redundant-alt",
    "input-button-name",
    "input-image-alt",
    "label",
    "label-title-only",
    "landmark-unique",
    "link-name",
    "role-img-alt",
    "select-name",
    "summary-name",
    "svg-img-alt",
    "table-duplicate-name",
    "valid-lang",
)
"""A name that is there in one language may be missing, or be given twice, in another."""
SHAPE = """() => {
  const words = new Set(["alt", "aria-description", "aria-label", "aria-valuetext", "content",
    "href", "lang", "placeholder", "title", "value"]);
  const told = (each) => words.has(each.name) ? each.name : `${each.name}=${each.value}`;
  return [...document.querySelectorAll("*")].map((element) =>
    `${element.parentElement?.tagName}>${element.tagName} ` +
    // Of the languages to choose from another one is the present one.
    (element.closest(".pr-languages") ? "" : [...element.attributes].map(told))
  ).join("\\n");
}"""


def shape_of(page: Page) -> str:
    """All elements in their order, with what their attributes say apart from words."""
    page.wait_for_load_state()
    return str(page.evaluate(SHAPE))
