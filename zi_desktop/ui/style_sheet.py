"""The one style sheet, built from the tokens; what it cannot say is painted in widgets and delegates."""

from string import Template
from typing import Final

from zi_desktop.ui.fonts import EQUAL_WIDTH
from zi_desktop.ui.tokens import Height, Radius, Tokens, Type, Weight

_RULES: Final = Template("""
QMainWindow, QDialog { background: $window; }
QDialog { border: 1px solid $border; }
QMainWindow::separator { background: $border; width: 1px; height: 1px; }
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 4px 6px; }

/* text, by what it is: setProperty("role", …) */
QLabel[role="small"] { font-size: ${small}px; color: $text2; }
QLabel[role="mark"] { font-size: ${small}px; font-weight: $strong; }
QLabel[role="choose"] { font-size: ${small}px; font-weight: $strong; color: $accent_text; }
QLabel[role="faint"] { font-size: ${small}px; color: $text3; }
QLabel[role="secondary"] { color: $text2; }
QLabel[role="strong"] { font-weight: $strong; }
QLabel[role="header"] { font-size: ${small}px; font-weight: $strong; color: $text2; }
QLabel[role="title"] { font-size: ${title}px; font-weight: $strong; }
QLabel[role="question"] { font-size: ${question}px; font-weight: $strong; }
QLabel[role="figure"] { font-size: ${figure}px; font-weight: $strong; }
QLabel[role="score"] { font-size: ${score}px; font-weight: $heavy; }
QPlainTextEdit[role="log"] { font-family: ${equal_width}; font-size: ${small}px; }
QLabel[role="cap"] { font-size: ${small}px; font-weight: $strong; color: $text2; background: $surface;
  border: 1px solid $control; border-radius: ${cap_radius}px; padding: 0 5px 1px 5px; }
QLabel[role="cap"]:disabled { color: $text3; background: $window; border-color: $border; }

/* surfaces: setProperty("surface", …) */
*[surface="panel"] { background: $surface; border: 1px solid $border; border-radius: ${radius}px; }
*[surface="plain"] { background: $surface; border: none; }
*[surface="window"] { background: $window; border: none; }
*[surface="raised"] { background: $raised; border: none; }
*[surface="bed"] { background: $track; border: none; }
QScrollArea, QStackedWidget { background: transparent; border: none; }

/* buttons: plain by itself, setProperty("look", "primary" | "small" | "flat" | "link") */
QPushButton { background: $surface; color: $text; border: 1px solid $control; border-radius: ${radius}px;
  padding: 0 12px; min-height: ${button}px; font-weight: $strong; outline: none; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $track; }
QPushButton:checked { background: $accent_soft; border-color: $accent_line; color: $accent_text; }
QPushButton:focus { border: 2px solid $accent; padding: 0 11px; min-height: ${button_focus}px; }
QPushButton[brief="true"] { padding: 0 5px; }
QPushButton[brief="true"]:focus { padding: 0 4px; }
QPushButton:disabled { color: $text3; background: $window; border-color: $border; }
QPushButton[look="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[look="primary"]:hover, QPushButton[look="primary"]:pressed { background: $accent_hover;
  border-color: $accent_hover; }
QPushButton[look="primary"]:focus { border: 2px solid $mark; }
QPushButton[look="primary"]:disabled { background: $track; border-color: $track; color: $text3; }
QPushButton[look="small"] { padding: 0 8px; min-height: ${small_button}px; }
QPushButton[look="small"]:focus { padding: 0 7px; min-height: ${small_button_focus}px; }
QPushButton[look="flat"] { border-color: transparent; background: transparent; color: $text2; }
QPushButton[look="flat"]:hover { background: $hover; }
QPushButton[look="flat"]:checked { background: $accent_soft; color: $accent_text; }
QPushButton[look="flat"]:focus { border-color: $accent; }
QPushButton[look="flat"]:disabled { color: $text3; }
QPushButton[look="link"] { border: none; background: transparent; color: $accent_text; padding: 0 2px; min-height: 20px; }
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:disabled { color: $text3; }
QPushButton[look="link"]:focus { border: 2px solid $accent; padding: 0; min-height: 16px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: ${radius}px; padding: 5px; color: $text2; outline: none; }
QToolButton:hover { background: $hover; }
QToolButton:pressed { background: $track; }
QToolButton:checked { background: $accent_soft; color: $accent_text; }
QToolButton:disabled { color: $text3; }
QToolButton:focus { border: 2px solid $accent; padding: 4px; }
QToolButton[look="words"] { padding: 3px 5px; }
QToolButton[look="words"]:focus { padding: 2px 4px; }
QToolButton[look="small"] { padding: 1px; }
QToolButton[look="small"]:focus { padding: 0; }
QToolButton::menu-indicator { image: none; }

/* fields */
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox { background: $surface; color: $text; border: 1px solid $control;
  border-radius: ${radius}px; selection-background-color: $accent; selection-color: $on_accent;
  placeholder-text-color: $text3; } /* else Qt takes the text at half its strength, 3:1 */
QLineEdit, QComboBox { padding: 0 9px; min-height: ${field}px; outline: none; }
QPlainTextEdit, QTextEdit { padding: 2px 7px; } /* the first line stands where that of a line field does */
QLineEdit:focus, QComboBox:focus { border: 2px solid $accent; padding: 0 8px; min-height: ${field_focus}px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 1px 6px; }
QLineEdit[valid="false"], QPlainTextEdit[valid="false"], QComboBox[valid="false"] { background: $bad_soft;
  border-color: $bad; }
QLineEdit[valid="false"]:focus, QComboBox[valid="false"]:focus { border-color: $accent; border-left: 5px solid $bad;
  padding-left: 5px; } /* the ring of the keyboard stays, the red edge at its left */
QPlainTextEdit[valid="false"]:focus { border-color: $accent; border-left: 5px solid $bad; padding-left: 3px; }
QLineEdit:read-only, QPlainTextEdit[readOnly="true"], QTextEdit[readOnly="true"] { background: $window; border-color: $border; }
QLineEdit:read-only:focus, QPlainTextEdit[readOnly="true"]:focus, QTextEdit[readOnly="true"]:focus { border-color: $accent; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled { background: $window;
  color: $text3; border-color: $border; }
QPlainTextEdit[look="panel"] { background: $surface; }
QPlainTextEdit[look="below"] { background: $raised; border: none; border-top: 1px solid $border; border-radius: 0;
  padding: 5px 4px; }
QPlainTextEdit[look="below"]:focus { border: 2px solid $accent; padding: 4px 2px 3px 2px; }
QComboBox { padding-right: 26px; }
QComboBox:focus { padding-right: 25px; }
QComboBox:!editable { padding-left: 11px; padding-right: 24px; }
QComboBox:!editable:focus { padding-left: 10px; padding-right: 23px; }
QComboBox[valid="false"]:!editable:focus { padding-left: 7px; }
QComboBox[look="small"] { min-height: ${small_field}px; font-size: ${small}px; }
QComboBox[look="small"]:focus { min-height: ${small_field_focus}px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $control; outline: none;
  selection-background-color: $accent_soft; selection-color: $text; }
QComboBox QAbstractItemView::item, QListView[look="suggestions"]::item { min-height: 28px; padding: 0 8px; }
QListView[look="suggestions"] { border: 1px solid $control; }
QCheckBox { spacing: 8px; outline: none; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid $control; border-radius: ${cap_radius}px; background: $surface; }
QCheckBox::indicator:hover { background: $hover; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; }
QCheckBox::indicator:disabled { background: $window; border-color: $border; }
QCheckBox::indicator:focus { border: 2px solid $accent; width: 14px; height: 14px; }
QCheckBox::indicator:checked:focus { border-color: $mark; } /* as on a primary button: accent on accent is not seen */
QCheckBox[valid="false"]::indicator { background: $bad_soft; border-color: $bad; }
QCheckBox[valid="false"]::indicator:focus { border-color: $accent; }

/* lists and tables */
QAbstractItemView { background: $surface; border: none; outline: none; alternate-background-color: $surface;
  selection-background-color: $accent_soft; selection-color: $text; }
QTableView, QTreeView, QListView { gridline-color: $border; }
QHeaderView { background: $raised; border: none; }
QHeaderView::section { background: $raised; color: $text2; border: none; border-bottom: 1px solid $border;
  padding: 0 8px; font-size: ${small}px; font-weight: $strong; min-height: ${table_header}px; text-align: left; }
QHeaderView::up-arrow, QHeaderView::down-arrow { image: none; width: 0; }
QListView[look="files"], QTreeView[look="files"] { border: 1px solid $border; border-radius: ${radius}px; }
QHeaderView[look="files"]::section { padding: 0 11px 0 3px; }
QTreeView[look="files"]::item { padding-right: 8px; }
QListView[look="files"]::item { padding-left: 8px; }
QComboBox[look="files"] { spacing: 0; } /* of an icon that is not shown */
QSplitter[look="files"]::handle { background: transparent; }
QTableCornerButton::section { background: $raised; border: none; }

/* scroll bars */
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $control; border: none; margin: 2px; border-radius: ${cap_radius}px; } /* it lies on any surface */
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $text3; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }

/* menus, progress */
QMenu { background: $surface; border: 1px solid $control; padding: 4px 0; }
QMenu::item { padding: 6px 24px 6px 12px; color: $text; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $text3; }
QMenu::icon { padding-left: 10px; }
QMenu::separator { height: 1px; background: $border; margin: 4px 0; }
QProgressBar { background: $track; border: none; border-radius: ${bar_radius}px; max-height: 8px; min-height: 8px; text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: ${bar_radius}px; }

/* the frame of the window */
QToolBar { background: $surface; border: none; padding: 0; spacing: 0; }
QToolBar#top { border-bottom: 1px solid $border; }
QStatusBar { background: $surface; border-top: 1px solid $border; min-height: ${status}px; max-height: ${status}px; }
QStatusBar::item { border: none; }
QStatusBar QLabel[role="cap"] { margin: 3px 0; }
""")


def style_sheet(tokens: Tokens, scale: float) -> str:
    """Return the rules for one theme, with type grown by ``scale``."""
    colours = {name: getattr(tokens, name) for name in tokens.__dataclass_fields__}
    sizes = {
        "small": Type.SMALL, "title": Type.TITLE, "question": Type.QUESTION, "figure": Type.FIGURE, "score": Type.SCORE,
    }  # fmt: skip
    edge, focus_edge = 2, 4  # pixels that a control's own edge takes of its height
    return _RULES.substitute(
        colours
        | {name: round(size * scale) for name, size in sizes.items()}
        | {"equal_width": EQUAL_WIDTH}
        | {"strong": Weight.STRONG, "heavy": Weight.SCORE}
        | {"radius": Radius.CONTROL, "cap_radius": Radius.CAP, "bar_radius": Radius.BAR}
        | {"button": Height.CONTROL - edge, "button_focus": Height.CONTROL - focus_edge}
        | {"field": Height.CONTROL - edge, "field_focus": Height.CONTROL - focus_edge}
        | {"small_field": Height.SEGMENT - edge, "small_field_focus": Height.SEGMENT - focus_edge}
        | {"small_button": Height.SMALL_BUTTON - edge, "small_button_focus": Height.SMALL_BUTTON - focus_edge}
        | {
            "table_header": Height.TABLE_HEADER - 1,
            "status": Height.STATUS_BAR - 1,
        }
    )
