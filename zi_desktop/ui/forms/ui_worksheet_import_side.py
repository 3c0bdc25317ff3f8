# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'worksheet_import_side.ui'
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
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QLabel, QLineEdit,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from zi_desktop.ui.widgets.choices import ChoiceField
from zi_desktop.ui.widgets.date_field import DateField
from zi_desktop.ui.widgets.hairline import Rule
from zi_desktop.ui.widgets.problem_line import ProblemLine
class Ui_WorksheetImportSide(object):
    def setupUi(self, WorksheetImportSide):
        if not WorksheetImportSide.objectName():
            WorksheetImportSide.setObjectName(u"WorksheetImportSide")
        self.column = QVBoxLayout(WorksheetImportSide)
        self.column.setObjectName(u"column")
        self.total_title = QLabel(WorksheetImportSide)
        self.total_title.setObjectName(u"total_title")
        self.total_title.setTextFormat(Qt.TextFormat.PlainText)
        self.total_title.setProperty(u"role", u"header")

        self.column.addWidget(self.total_title)

        self.totals = QHBoxLayout()
        self.totals.setObjectName(u"totals")
        self.before = QLabel(WorksheetImportSide)
        self.before.setObjectName(u"before")
        self.before.setTextFormat(Qt.TextFormat.PlainText)
        self.before.setProperty(u"role", u"figure")

        self.totals.addWidget(self.before)

        self.arrow = QLabel(WorksheetImportSide)
        self.arrow.setObjectName(u"arrow")
        self.arrow.setTextFormat(Qt.TextFormat.PlainText)
        self.arrow.setProperty(u"role", u"secondary")

        self.totals.addWidget(self.arrow)

        self.after = QLabel(WorksheetImportSide)
        self.after.setObjectName(u"after")
        self.after.setTextFormat(Qt.TextFormat.PlainText)
        self.after.setProperty(u"role", u"figure")

        self.totals.addWidget(self.after)

        self.change = QLabel(WorksheetImportSide)
        self.change.setObjectName(u"change")
        self.change.setTextFormat(Qt.TextFormat.PlainText)
        self.change.setProperty(u"role", u"secondary")

        self.totals.addWidget(self.change)

        self.totals_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.totals.addItem(self.totals_gap)


        self.column.addLayout(self.totals)

        self.line_total = Rule(WorksheetImportSide)
        self.line_total.setObjectName(u"line_total")

        self.column.addWidget(self.line_total)

        self.sheet_title = QLabel(WorksheetImportSide)
        self.sheet_title.setObjectName(u"sheet_title")
        self.sheet_title.setTextFormat(Qt.TextFormat.PlainText)
        self.sheet_title.setProperty(u"role", u"header")

        self.column.addWidget(self.sheet_title)

        self.sheet_total = QLabel(WorksheetImportSide)
        self.sheet_total.setObjectName(u"sheet_total")
        self.sheet_total.setTextFormat(Qt.TextFormat.PlainText)
        self.sheet_total.setWordWrap(True)

        self.column.addWidget(self.sheet_total)

        self.causes = QLabel(WorksheetImportSide)
        self.causes.setObjectName(u"causes")
        self.causes.setTextFormat(Qt.TextFormat.PlainText)
        self.causes.setWordWrap(True)
        self.causes.setProperty(u"role", u"small")

        self.column.addWidget(self.causes)

        self.line_sheet = Rule(WorksheetImportSide)
        self.line_sheet.setObjectName(u"line_sheet")

        self.column.addWidget(self.line_sheet)

        self.sender_label = QLabel(WorksheetImportSide)
        self.sender_label.setObjectName(u"sender_label")
        self.sender_label.setProperty(u"role", u"small")

        self.column.addWidget(self.sender_label)

        self.sender = QLineEdit(WorksheetImportSide)
        self.sender.setObjectName(u"sender")

        self.column.addWidget(self.sender)

        self.pair = QHBoxLayout()
        self.pair.setObjectName(u"pair")
        self.channel_place = QVBoxLayout()
        self.channel_place.setObjectName(u"channel_place")
        self.channel_label = QLabel(WorksheetImportSide)
        self.channel_label.setObjectName(u"channel_label")
        self.channel_label.setProperty(u"role", u"small")

        self.channel_place.addWidget(self.channel_label)

        self.channel = ChoiceField(WorksheetImportSide)
        self.channel.setObjectName(u"channel")

        self.channel_place.addWidget(self.channel)


        self.pair.addLayout(self.channel_place)

        self.received_place = QVBoxLayout()
        self.received_place.setObjectName(u"received_place")
        self.received_label = QLabel(WorksheetImportSide)
        self.received_label.setObjectName(u"received_label")
        self.received_label.setProperty(u"role", u"small")

        self.received_place.addWidget(self.received_label)

        self.received = DateField(WorksheetImportSide)
        self.received.setObjectName(u"received")

        self.received_place.addWidget(self.received)


        self.pair.addLayout(self.received_place)


        self.column.addLayout(self.pair)

        self.received_problem = ProblemLine(WorksheetImportSide)
        self.received_problem.setObjectName(u"received_problem")

        self.column.addWidget(self.received_problem)

        self.history_title = QLabel(WorksheetImportSide)
        self.history_title.setObjectName(u"history_title")
        self.history_title.setTextFormat(Qt.TextFormat.PlainText)
        self.history_title.setProperty(u"role", u"header")

        self.column.addWidget(self.history_title)

        self.history = QLabel(WorksheetImportSide)
        self.history.setObjectName(u"history")
        self.history.setTextFormat(Qt.TextFormat.PlainText)
        self.history.setWordWrap(True)
        self.history.setProperty(u"role", u"small")

        self.column.addWidget(self.history)

        self.rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.rest)

#if QT_CONFIG(shortcut)
        self.sender_label.setBuddy(self.sender)
        self.channel_label.setBuddy(self.channel)
        self.received_label.setBuddy(self.received)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(WorksheetImportSide)
    # setupUi

    def retranslateUi(self, WorksheetImportSide):
        self.arrow.setText(QCoreApplication.translate("WorksheetImportSide", u"\u2192", None))
        self.sheet_title.setText(QCoreApplication.translate("WorksheetImportSide", u"Menurut lembar ini", None))
        self.sender_label.setText(QCoreApplication.translate("WorksheetImportSide", u"Pengirim lembar", None))
        self.channel_label.setText(QCoreApplication.translate("WorksheetImportSide", u"Jalur", None))
        self.received_label.setText(QCoreApplication.translate("WorksheetImportSide", u"Tanggal diterima", None))
        self.history_title.setText(QCoreApplication.translate("WorksheetImportSide", u"Versi sebelumnya", None))
        pass
    # retranslateUi

