"""What a browser shows of the charts of a page, read from the drawing and from the table."""

from dataclasses import dataclass

from playwright.sync_api import Page

SMALLEST = 11.9  # pixels of the letters in a drawing
READ = """() => [...document.querySelectorAll("figure.pr-chart")].map((figure) => {
  const drawing = figure.querySelector("svg");
  const texts = drawing ? [...drawing.querySelectorAll("text")] : [];
  const values = texts.filter((each) => each.classList.contains("pr-chart-value"));
  const frame = drawing && drawing.getBoundingClientRect();
  const cut = texts.filter((each) => {
    const box = each.getBoundingClientRect();
    return box.left < frame.left - 1 || box.right > frame.right + 1
      || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
  });
  const boxes = values.map((each) => each.getBoundingClientRect());
  // Digits fill about half of the line in which they stand.
  const meets = (a, b) => a.left < b.right && b.left < a.right
    && Math.abs(a.top - b.top) < Math.min(a.height, b.height) * 0.55;
  const met = values.filter((each, place) =>
    boxes.some((box, other) => other !== place && meets(box, boxes[place])));
  return {
    key: figure.id,
    drawn: drawing ? values.map((each) => each.textContent).sort() : null,
    told: [...figure.querySelectorAll("td data")].map((each) => each.textContent).sort(),
    absent: [...figure.querySelectorAll(".pr-chart-none")].map((each) => each.textContent),
    cut: cut.map((each) => each.textContent),
    met: met.map((each) => each.textContent),
    letters: drawing
      ? parseFloat(getComputedStyle(drawing).fontSize) * frame.width / drawing.viewBox.baseVal.width
      : null,
  };
})"""


@dataclass(frozen=True)
class Shown:
    """One chart: the numbers drawn (None: only a table), the numbers told, what is amiss."""

    key: str
    drawn: list[str] | None
    told: list[str]
    absent: list[str]
    cut: list[str]
    met: list[str]
    letters: float | None

    @property
    def faults(self) -> list[str]:
        """Why its drawing cannot be read, or does not say what the table says."""
        found = [f"{self.key}: {text} is cut off" for text in self.cut]
        found += [f"{self.key}: {text} lies on another number" for text in self.met]
        if self.letters is not None and self.letters < SMALLEST:
            found.append(f"{self.key}: letters of {self.letters:.1f} pixels")
        if self.drawn is not None and self.drawn != self.told:
            found.append(f"{self.key}: drawn {self.drawn}, told {self.told}")
        return found


def charts_on(page: Page) -> list[Shown]:
    """The charts of the page that is open."""
    return [Shown(**each) for each in page.evaluate(READ)]
