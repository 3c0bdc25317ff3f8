"""The signed paper of an evaluation: where it is, what it is, copies of it."""

import pytest
from builders import credential

from zi_desktop.domain.errors import NotFoundError
from zi_desktop.services.reports.verifying import verify_file


@pytest.fixture
def signed_once(scored):
    scored.services.signing.sign(scored.id, credential())
    return scored


def test_before_a_signature_there_is_no_signed_paper(scored):
    assert scored.services.reviewing.signed_file(scored.id) is None
    with pytest.raises(NotFoundError, match="tidak ada di ruang kerja ini"):
        scored.services.reviewing.signed_pdf(scored.id)


def test_the_signed_paper_is_the_file_in_its_newest_state(signed_once):
    reviewing = signed_once.services.reviewing
    file = reviewing.signed_file(signed_once.id)
    assert file.is_relative_to(signed_once.folder)
    assert reviewing.signed_pdf(signed_once.id) == file.read_bytes()


def test_a_copy_of_a_signed_report_is_that_report_byte_for_byte(signed_once, tmp_path):
    copy = signed_once.services.reporting.save_copy(signed_once.id, tmp_path / "salinan.pdf")
    assert copy.read_bytes() == signed_once.services.reviewing.signed_pdf(signed_once.id)
    assert verify_file(copy).verdict == "incomplete"


def test_a_copy_before_the_signature_is_a_draft(scored, tmp_path):
    copy = scored.services.reporting.save_copy(scored.id, tmp_path / "salinan.pdf")
    assert verify_file(copy).verdict == "unreadable"


def test_what_arrives_after_the_seal_changes_nothing_of_its_checks(signed_once):
    before = signed_once.services.reviewing.preflight(signed_once.id)
    signed_once.services.answering.keep_draft(signed_once.id, "note/tpi/A.I.5.i.b", "sedang diketik")
    assert signed_once.services.reviewing.preflight(signed_once.id) == before
