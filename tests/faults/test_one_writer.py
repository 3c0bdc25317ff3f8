import pytest
from visits import ANSWERS, problems, state, stated

from zi_desktop.domain.workspace_errors import LockedDatabaseError, WorkspaceBusyError
from zi_desktop.services.composition import open_services
from zi_desktop.storage.database import Database


def test_a_second_writer_is_told_and_readers_are_free(visit, running):
    folder, id_ = visit
    with running("hold", folder):
        with pytest.raises(WorkspaceBusyError, match="sudah terbuka di jendela lain"):
            open_services(folder, write=True)
        with open_services(folder, write=False) as services:
            assert len(stated(services, id_)) == ANSWERS
        assert problems(folder) == []


def test_the_lock_of_a_killed_writer_is_free_at_once(visit, running):
    folder, id_ = visit
    with running("hold", folder) as process:
        process.kill()
        process.wait()
        with open_services(folder, write=True) as services:
            state(services, id_, ANSWERS)
    assert problems(folder) == []


def test_a_program_that_holds_the_file_is_waited_for_and_then_named(visit, running):
    folder, id_ = visit
    with open_services(folder, write=True) as services:
        services.workspace.database.close()
        services.workspace.database = Database(folder, write=True, busy_ms=5)
        with running("lock", folder):
            with pytest.raises(LockedDatabaseError, match="semua yang sebelumnya aman"):
                state(services, id_, ANSWERS)
            assert len(stated(services, id_)) == ANSWERS
        state(services, id_, ANSWERS)
        assert len(stated(services, id_)) == ANSWERS + 1
    assert problems(folder) == []
