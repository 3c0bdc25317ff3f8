"""Tinjau & tanda tangan: last checks, the paper, the signatures side by side."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QSplitter, QVBoxLayout, QWidget

from zi_desktop.services.composition import Services
from zi_desktop.ui.jobs import Job, Jobs
from zi_desktop.ui.page import Heading, KeyHint, Page, SaveState, Tab
from zi_desktop.ui.signing.checks import JUMPS, Act, CheckLine
from zi_desktop.ui.signing.checks_panel import ChecksPanel
from zi_desktop.ui.signing.key_errands import KeyErrands
from zi_desktop.ui.signing.page_acts import PageActs
from zi_desktop.ui.signing.paper import PaperPresenter
from zi_desktop.ui.signing.papers import Papers
from zi_desktop.ui.signing.presenter import SigningPresenter
from zi_desktop.ui.signing.preview_panel import PreviewPanel
from zi_desktop.ui.signing.sealing import SealingPresenter, Signed
from zi_desktop.ui.signing.sign_panel import SignPanel
from zi_desktop.ui.signing.state import SigningShown
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import more_button
from zi_desktop.ui.widgets.messages import MessageBar
from zi_desktop.ui.widgets.pills import Tone

SIGNING_TAB: Final = "tanda-tangan"
