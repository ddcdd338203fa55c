"""Two texts side by side: nothing of either is lost, and the same text has no difference."""

from hypothesis import given
from hypothesis import strategies as st

from pactregistry.pacts.differences import side_by_side

TEXTS = st.lists(st.text(alphabet="ab c", max_size=12), max_size=6).map("\n".join)


def words(text: str) -> list[str]:
    return text.split()


@given(TEXTS, TEXTS)
def test_each_side_reads_as_it_was(before: str, after: str) -> None:
    lines = side_by_side(before, after)
    left = " ".join("".join(p.text for p in line.before) for line in lines)
    right = " ".join("".join(p.text for p in line.after) for line in lines)
    assert words(left) == words(before)
    assert words(right) == words(after)
    changed = any(line.changed for line in lines)
    assert not changed or words(before) != words(after) or before != after


def test_only_what_changed_is_marked() -> None:
    [line] = side_by_side("Ci troviamo il sabato mattina.", "Ci troviamo la domenica mattina.")
    assert [p.text.strip() for p in line.before if p.kind == "removed"] == ["il sabato"]
    assert [p.text.strip() for p in line.after if p.kind == "added"] == ["la domenica"]
