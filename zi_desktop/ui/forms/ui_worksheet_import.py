# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'worksheet_import.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QHeaderView,
    QLabel, QPlainTextEdit, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from zi_desktop.ui.widgets.choices import (ChoiceField, TickBox)
from zi_desktop.ui.widgets.empty import EmptyLine
from zi_desktop.ui.widgets.hairline import Rule
from zi_desktop.ui.widgets.labels import ElidedLabel
from zi_desktop.ui.widgets.messages import MessageBar
from zi_desktop.ui.widgets.segments import SegmentedControl
from zi_desktop.ui.worksheets.import_side import ImportSide
from zi_desktop.ui.worksheets.import_table import ImportTable
class Ui_WorksheetImport(object):
    def setupUi(self, WorksheetImport):
        if not WorksheetImport.objectName():
            WorksheetImport.setObjectName(u"WorksheetImport")
        self.column = QVBoxLayout(WorksheetImport)
        self.column.setObjectName(u"column")
        self.above = QVBoxLayout()
        self.above.setObjectName(u"above")
        self.head = QHBoxLayout()
        self.head.setObjectName(u"head")
        self.target_label = QLabel(WorksheetImport)
        self.target_label.setObjectName(u"target_label")
        self.target_label.setProperty(u"role", u"small")

        self.head.addWidget(self.target_label)

        self.target = ChoiceField(WorksheetImport)
        self.target.setObjectName(u"target")

        self.head.addWidget(self.target)

        self.sheet_label = QLabel(WorksheetImport)
        self.sheet_label.setObjectName(u"sheet_label")
        self.sheet_label.setProperty(u"role", u"small")

        self.head.addWidget(self.sheet_label)

        self.sheet = ChoiceField(WorksheetImport)
        self.sheet.setObjectName(u"sheet")

        self.head.addWidget(self.sheet)

        self.column_label = QLabel(WorksheetImport)
        self.column_label.setObjectName(u"column_label")
        self.column_label.setTextFormat(Qt.TextFormat.PlainText)
        self.column_label.setProperty(u"role", u"small")

        self.head.addWidget(self.column_label)

        self.column_choice = SegmentedControl(WorksheetImport)
        self.column_choice.setObjectName(u"column_choice")

        self.head.addWidget(self.column_choice)

        self.reason = ElidedLabel(WorksheetImport)
        self.reason.setObjectName(u"reason")
        self.reason.setProperty(u"role", u"faint")

        self.head.addWidget(self.reason)


        self.above.addLayout(self.head)

        self.message = MessageBar(WorksheetImport)
        self.message.setObjectName(u"message")

        self.above.addWidget(self.message)

        self.consent_row = QHBoxLayout()
        self.consent_row.setObjectName(u"consent_row")
        self.consent = TickBox(WorksheetImport)
        self.consent.setObjectName(u"consent")

        self.consent_row.addWidget(self.consent)

        self.consent_key = QLabel(WorksheetImport)
        self.consent_key.setObjectName(u"consent_key")
        self.consent_key.setProperty(u"role", u"cap")
        self.consent_key.setText(u"Ctrl+Shift+B")

        self.consent_row.addWidget(self.consent_key)

        self.consent_words = QLabel(WorksheetImport)
        self.consent_words.setObjectName(u"consent_words")
        self.consent_words.setTextFormat(Qt.TextFormat.PlainText)
        self.consent_words.setProperty(u"role", u"small")

        self.consent_row.addWidget(self.consent_words)

        self.consent_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.consent_row.addItem(self.consent_gap)


        self.above.addLayout(self.consent_row)

        self.offers = QVBoxLayout()
        self.offers.setObjectName(u"offers")

        self.above.addLayout(self.offers)

        self.strip = QFrame(WorksheetImport)
        self.strip.setObjectName(u"strip")
        self.strip.setProperty(u"surface", u"panel")
        self.strip_row = QHBoxLayout(self.strip)
        self.strip_row.setObjectName(u"strip_row")

        self.above.addWidget(self.strip)

        self.filters = QHBoxLayout()
        self.filters.setObjectName(u"filters")
        self.filter = SegmentedControl(WorksheetImport)
        self.filter.setObjectName(u"filter")

        self.filters.addWidget(self.filter)

        self.filter_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.filters.addItem(self.filter_gap)


        self.above.addLayout(self.filters)


        self.column.addLayout(self.above)

        self.middle = QHBoxLayout()
        self.middle.setObjectName(u"middle")
        self.panel = QFrame(WorksheetImport)
        self.panel.setObjectName(u"panel")
        self.panel.setProperty(u"surface", u"panel")
        self.table_place = QVBoxLayout(self.panel)
        self.table_place.setObjectName(u"table_place")
        self.table = ImportTable(self.panel)
        self.table.setObjectName(u"table")

        self.table_place.addWidget(self.table)

        self.details = QPlainTextEdit(self.panel)
        self.details.setObjectName(u"details")
        self.details.setProperty(u"look", u"below")
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)

        self.table_place.addWidget(self.details)

        self.nothing = EmptyLine(self.panel)
        self.nothing.setObjectName(u"nothing")

        self.table_place.addWidget(self.nothing)


        self.middle.addWidget(self.panel)

        self.side = ImportSide(WorksheetImport)
        self.side.setObjectName(u"side")

        self.middle.addWidget(self.side)


        self.column.addLayout(self.middle)

        self.bar_line = Rule(WorksheetImport)
        self.bar_line.setObjectName(u"bar_line")

        self.column.addWidget(self.bar_line)

        self.bar = QFrame(WorksheetImport)
        self.bar.setObjectName(u"bar")
        self.bar.setProperty(u"surface", u"plain")
        self.bar_row = QHBoxLayout(self.bar)
        self.bar_row.setObjectName(u"bar_row")
        self.count = QLabel(self.bar)
        self.count.setObjectName(u"count")
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setProperty(u"role", u"strong")

        self.bar_row.addWidget(self.count)

        self.note = ElidedLabel(self.bar)
        self.note.setObjectName(u"note")
        self.note.setProperty(u"role", u"faint")

        self.bar_row.addWidget(self.note)

        self.bar_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bar_row.addItem(self.bar_gap)

        self.cancel = QPushButton(self.bar)
        self.cancel.setObjectName(u"cancel")

        self.bar_row.addWidget(self.cancel)

        self.cancel_key = QLabel(self.bar)
        self.cancel_key.setObjectName(u"cancel_key")
        self.cancel_key.setProperty(u"role", u"cap")
        self.cancel_key.setText(u"Esc")

        self.bar_row.addWidget(self.cancel_key)

        self.apply = QPushButton(self.bar)
        self.apply.setObjectName(u"apply")
        self.apply.setProperty(u"look", u"primary")

        self.bar_row.addWidget(self.apply)

        self.apply_key = QLabel(self.bar)
        self.apply_key.setObjectName(u"apply_key")
        self.apply_key.setProperty(u"role", u"cap")
        self.apply_key.setText(u"Ctrl+Enter")

        self.bar_row.addWidget(self.apply_key)


        self.column.addWidget(self.bar)

#if QT_CONFIG(shortcut)
        self.target_label.setBuddy(self.target)
        self.sheet_label.setBuddy(self.sheet)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(WorksheetImport)
    # setupUi

    def retranslateUi(self, WorksheetImport):
        self.target_label.setText(QCoreApplication.translate("WorksheetImport", u"Masuk ke", None))
        self.sheet_label.setText(QCoreApplication.translate("WorksheetImport", u"Lembar", None))
        self.column_label.setText(QCoreApplication.translate("WorksheetImport", u"Kolom", None))
#if QT_CONFIG(accessibility)
        self.column_choice.setAccessibleName(QCoreApplication.translate("WorksheetImport", u"Kolom yang diisi", None))
#endif // QT_CONFIG(accessibility)
        self.consent.setText(QCoreApplication.translate("WorksheetImport", u"Berkas ini memang untuk evaluasi dan kolom ini", None))
        self.consent_words.setText(QCoreApplication.translate("WorksheetImport", u"Terapkan memerlukan pernyataan ini.", None))
#if QT_CONFIG(accessibility)
        self.filter.setAccessibleName(QCoreApplication.translate("WorksheetImport", u"Isi daftar", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.table.setAccessibleName(QCoreApplication.translate("WorksheetImport", u"Isi lembar", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.details.setAccessibleName(QCoreApplication.translate("WorksheetImport", u"Rincian baris", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.side.setAccessibleName(QCoreApplication.translate("WorksheetImport", u"Nilai dan asal lembar", None))
#endif // QT_CONFIG(accessibility)
        self.cancel.setText(QCoreApplication.translate("WorksheetImport", u"Batal", None))
        self.apply.setText(QCoreApplication.translate("WorksheetImport", u"Terapkan", None))
        pass
    # retranslateUi

