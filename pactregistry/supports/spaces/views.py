"""Spaces and their public calendar, asking for one, one's own, the desk's list. Art. 21."""

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue

from pactregistry.config import settings
from pactregistry.people.current import signed_in
from pactregistry.supports.spaces import asking, reading
from pactregistry.supports.spaces.blueprint import spaces
from pactregistry.workflow.states import BookingState


@spaces.get("/spaces/")
def listed() -> str:
    """The spaces, and when each is taken; never by whom."""
    taken: dict[str, list[object]] = {key: [] for key in settings().city.supports.spaces}
    for booking in reading.calendar():
        taken.setdefault(booking.space, []).append(booking)
    return render_template("spaces/list.html", spaces=settings().city.supports.spaces, taken=taken)


@spaces.route("/spaces/request", methods=["GET", "POST"])
def ask() -> ResponseReturnValue:
    """Ask for a space."""
    return asking.answer()


@spaces.get("/me/spaces")
def mine() -> str:
    """What one has asked for."""
    return render_template(
        "spaces/mine.html",
        bookings=reading.bookings_of(signed_in().id),
        spaces=settings().city.supports.spaces,
    )


@spaces.get("/desk/spaces/")
def desk_list() -> str:
    """What is asked for, granted, declined."""
    wanted = request.args.get("state", BookingState.ASKED)
    state = next((s for s in BookingState if s == wanted), BookingState.ASKED)
    page = reading.at_desk(state, max(1, request.args.get("page", 1, type=int)))
    if page.number > page.count:
        abort(404)
    return render_template(
        "spaces/desk_list.html",
        page=page,
        state=state,
        states=BookingState,
        spaces=settings().city.supports.spaces,
    )
