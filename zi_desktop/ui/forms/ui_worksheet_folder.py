# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'worksheet_folder.ui'
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
    QLabel, QLineEdit, QPlainTextEdit, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from zi_desktop.ui.widgets.choices import ChoiceField
from zi_desktop.ui.widgets.hairline import Rule
from zi_desktop.ui.widgets.messages import MessageBar
from zi_desktop.ui.widgets.segments import SegmentedControl
from zi_desktop.ui.worksheets.folder_table import FolderTable
class Ui_WorksheetFolder(object):
    def setupUi(self, WorksheetFolder):
        if not WorksheetFolder.objectName():
            WorksheetFolder.setObjectName(u"WorksheetFolder")
        self.column = QVBoxLayout(WorksheetFolder)
        self.column.setObjectName(u"column")
        self.above = QVBoxLayout()
        self.above.setObjectName(u"above")
        self.head = QHBoxLayout()
        self.head.setObjectName(u"head")
        self.year_label = QLabel(WorksheetFolder)
        self.year_label.setObjectName(u"year_label")
        self.year_label.setProperty(u"role", u"small")

        self.head.addWidget(self.year_label)

        self.year = ChoiceField(WorksheetFolder)
        self.year.setObjectName(u"year")

        self.head.addWidget(self.year)

        self.column_label = QLabel(WorksheetFolder)
        self.column_label.setObjectName(u"column_label")
        self.column_label.setTextFormat(Qt.TextFormat.PlainText)
        self.column_label.setProperty(u"role", u"small")

        self.head.addWidget(self.column_label)

        self.column_choice = SegmentedControl(WorksheetFolder)
        self.column_choice.setObjectName(u"column_choice")

        self.head.addWidget(self.column_choice)

        self.sender_label = QLabel(WorksheetFolder)
        self.sender_label.setObjectName(u"sender_label")
        self.sender_label.setProperty(u"role", u"small")

        self.head.addWidget(self.sender_label)

        self.sender = QLineEdit(WorksheetFolder)
        self.sender.setObjectName(u"sender")

        self.head.addWidget(self.sender)

        self.channel_label = QLabel(WorksheetFolder)
        self.channel_label.setObjectName(u"channel_label")
        self.channel_label.setProperty(u"role", u"small")

        self.head.addWidget(self.channel_label)

        self.channel = ChoiceField(WorksheetFolder)
        self.channel.setObjectName(u"channel")

        self.head.addWidget(self.channel)


        self.above.addLayout(self.head)

        self.message = MessageBar(WorksheetFolder)
        self.message.setObjectName(u"message")

        self.above.addWidget(self.message)

        self.filters = QHBoxLayout()
        self.filters.setObjectName(u"filters")
        self.filter = SegmentedControl(WorksheetFolder)
        self.filter.setObjectName(u"filter")

        self.filters.addWidget(self.filter)

        self.filter_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.filters.addItem(self.filter_gap)


        self.above.addLayout(self.filters)


        self.column.addLayout(self.above)

        self.place = QHBoxLayout()
        self.place.setObjectName(u"place")
        self.panel = QFrame(WorksheetFolder)
        self.panel.setObjectName(u"panel")
        self.panel.setProperty(u"surface", u"panel")
        self.table_place = QVBoxLayout(self.panel)
        self.table_place.setObjectName(u"table_place")
        self.table = FolderTable(self.panel)
        self.table.setObjectName(u"table")

        self.table_place.addWidget(self.table)

        self.details = QPlainTextEdit(self.panel)
        self.details.setObjectName(u"details")
        self.details.setProperty(u"look", u"below")
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)

        self.table_place.addWidget(self.details)


        self.place.addWidget(self.panel)


        self.column.addLayout(self.place)

        self.bar_line = Rule(WorksheetFolder)
        self.bar_line.setObjectName(u"bar_line")

        self.column.addWidget(self.bar_line)

        self.bar = QFrame(WorksheetFolder)
        self.bar.setObjectName(u"bar")
        self.bar.setProperty(u"surface", u"plain")
        self.bar_row = QHBoxLayout(self.bar)
        self.bar_row.setObjectName(u"bar_row")
        self.count = QLabel(self.bar)
        self.count.setObjectName(u"count")
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setProperty(u"role", u"strong")

        self.bar_row.addWidget(self.count)

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
        self.year_label.setBuddy(self.year)
        self.sender_label.setBuddy(self.sender)
        self.channel_label.setBuddy(self.channel)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(WorksheetFolder)
    # setupUi

    def retranslateUi(self, WorksheetFolder):
        self.year_label.setText(QCoreApplication.translate("WorksheetFolder", u"Tahun", None))
        self.column_label.setText(QCoreApplication.translate("WorksheetFolder", u"Kolom", None))
#if QT_CONFIG(accessibility)
        self.column_choice.setAccessibleName(QCoreApplication.translate("WorksheetFolder", u"Kolom yang diisi", None))
#endif // QT_CONFIG(accessibility)
        self.sender_label.setText(QCoreApplication.translate("WorksheetFolder", u"Pengirim", None))
        self.channel_label.setText(QCoreApplication.translate("WorksheetFolder", u"Jalur", None))
#if QT_CONFIG(accessibility)
        self.filter.setAccessibleName(QCoreApplication.translate("WorksheetFolder", u"Isi daftar", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.table.setAccessibleName(QCoreApplication.translate("WorksheetFolder", u"Berkas dalam folder", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.details.setAccessibleName(QCoreApplication.translate("WorksheetFolder", u"Rincian berkas", None))
#endif // QT_CONFIG(accessibility)
        self.cancel.setText(QCoreApplication.translate("WorksheetFolder", u"Tutup", None))
        self.apply.setText(QCoreApplication.translate("WorksheetFolder", u"Terapkan", None))
        pass
    # retranslateUi

