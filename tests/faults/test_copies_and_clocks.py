import datetime as dt
import shutil

from visits import ANSWERS, problems, state, stated

from zi_desktop.services.composition import Services, open_services
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import events


def lines(folder, id_):
    with open_services(folder, write=False) as services, services.workspace.database.reading() as connection:
        return events.load(connection, [id_])


def test_a_copy_of_a_closed_workspace_goes_on_in_a_new_stream(visit, tmp_path):
    folder, id_ = visit
    copy = tmp_path / "stik" / "salinan"
    shutil.copytree(folder, copy)
    for place, number in ((folder, 100), (copy, 200)):
        with open_services(place, write=True) as services:
            state(services, id_, number)
    ours, theirs = ({event.hash: event for event in lines(place, id_)} for place in (folder, copy))
    new = [
        {event.stream for key, event in one.items() if key not in other}
        for one, other in ((ours, theirs), (theirs, ours))
    ]
    assert [len(streams) for streams in new] == [1, 1]
    assert new[0].isdisjoint(new[1])
    assert problems(folder) == problems(copy) == []


def test_a_copy_made_while_the_workspace_was_open_opens_and_goes_on(visit, tmp_path):
    folder, id_ = visit
    copy = tmp_path / "stik" / "salinan"
    with open_services(folder, write=True) as services:
        state(services, id_, 100)
        before = {event.stream for event in lines(folder, id_)}
        shutil.copytree(folder, copy)
        state(services, id_, 101)
    with open_services(copy, write=True) as services:
        assert stated(services, id_) == {*range(ANSWERS), 100}
        state(services, id_, 200)
    assert len({event.stream for event in lines(copy, id_)} - before) == 1
    assert problems(folder) == problems(copy) == []


def test_a_clock_that_is_set_back_changes_nothing_but_the_time_shown(visit):
    folder, id_ = visit
    zone = dt.timezone(dt.timedelta(hours=8))
    for year, number in ((2026, 100), (2025, 101), (2027, 102)):
        now = dt.datetime(year, 5, 4, 9, 30, tzinfo=zone)
        with Services(Workspace(folder, write=True, now=lambda now=now: now)) as services:
            state(services, id_, number)
            state(services, id_, number)
            view = services.evaluations.open(id_)
            question = [event for event in view.state.folded.events if event.cell.startswith("note/")][-1]
            assert question.wall == f"{year}-05-04T09:30:00+08:00"
            assert view.state.folded.cell(question.cell).heads[-1].value["text"].split()[0] == str(number)
    assert problems(folder) == []
