# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'home_import.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QDialog, QFrame,
    QHBoxLayout, QHeaderView, QLabel, QPushButton,
    QSizePolicy, QSpacerItem, QTableView, QVBoxLayout,
    QWidget)

from zi_desktop.ui.widgets.choices import TickBox
from zi_desktop.ui.widgets.messages import MessageBar
from zi_desktop.ui.widgets.segments import SegmentedControl
class Ui_HomeImport(object):
    def setupUi(self, HomeImport):
        if not HomeImport.objectName():
            HomeImport.setObjectName(u"HomeImport")
        self.column = QVBoxLayout(HomeImport)
        self.column.setObjectName(u"column")
        self.title = QLabel(HomeImport)
        self.title.setObjectName(u"title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty(u"role", u"title")

        self.column.addWidget(self.title)

        self.file = QLabel(HomeImport)
        self.file.setObjectName(u"file")
        self.file.setTextFormat(Qt.TextFormat.PlainText)
        self.file.setProperty(u"role", u"secondary")

        self.column.addWidget(self.file)

        self.states = QHBoxLayout()
        self.states.setObjectName(u"states")
        self.state = SegmentedControl(HomeImport)
        self.state.setObjectName(u"state")

        self.states.addWidget(self.state)

        self.state_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.states.addItem(self.state_gap)

        self.again = QPushButton(HomeImport)
        self.again.setObjectName(u"again")
        self.again.setAutoDefault(False)
        self.again.setProperty(u"look", u"flat")

        self.states.addWidget(self.again)

        self.again_key = QLabel(HomeImport)
        self.again_key.setObjectName(u"again_key")
        self.again_key.setProperty(u"role", u"cap")
        self.again_key.setText(u"F5")

        self.states.addWidget(self.again_key)


        self.column.addLayout(self.states)

        self.panel = QFrame(HomeImport)
        self.panel.setObjectName(u"panel")
        self.panel.setProperty(u"surface", u"panel")
        self.table_place = QVBoxLayout(self.panel)
        self.table_place.setObjectName(u"table_place")
        self.table = QTableView(self.panel)
        self.table.setObjectName(u"table")
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)

        self.table_place.addWidget(self.table)

        self.details = QLabel(self.panel)
        self.details.setObjectName(u"details")
        self.details.setTextFormat(Qt.TextFormat.PlainText)
        self.details.setAlignment(Qt.AlignmentFlag.AlignLeading|Qt.AlignmentFlag.AlignTop)
        self.details.setWordWrap(True)
        self.details.setProperty(u"role", u"small")
        self.details.setProperty(u"surface", u"raised")

        self.table_place.addWidget(self.details)


        self.column.addWidget(self.panel)

        self.message = MessageBar(HomeImport)
        self.message.setObjectName(u"message")

        self.column.addWidget(self.message)

        self.leave_row = QHBoxLayout()
        self.leave_row.setObjectName(u"leave_row")
        self.leave_out = TickBox(HomeImport)
        self.leave_out.setObjectName(u"leave_out")

        self.leave_row.addWidget(self.leave_out)

        self.leave_key = QLabel(HomeImport)
        self.leave_key.setObjectName(u"leave_key")
        self.leave_key.setProperty(u"role", u"cap")
        self.leave_key.setText(u"Spasi")

        self.leave_row.addWidget(self.leave_key)

        self.leave_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.leave_row.addItem(self.leave_gap)


        self.column.addLayout(self.leave_row)

        self.buttons = QHBoxLayout()
        self.buttons.setObjectName(u"buttons")
        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.gap)

        self.cancel = QPushButton(HomeImport)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)

        self.take = QPushButton(HomeImport)
        self.take.setObjectName(u"take")
        self.take.setProperty(u"look", u"primary")

        self.buttons.addWidget(self.take)


        self.column.addLayout(self.buttons)


        self.retranslateUi(HomeImport)

        self.take.setDefault(True)

    # setupUi

    def retranslateUi(self, HomeImport):
        HomeImport.setWindowTitle(QCoreApplication.translate("HomeImport", u"Impor daftar satker", None))
        self.title.setText(QCoreApplication.translate("HomeImport", u"Impor daftar satker", None))
        self.file.setText("")
#if QT_CONFIG(accessibility)
        self.state.setAccessibleName(QCoreApplication.translate("HomeImport", u"Keadaan baris", None))
#endif // QT_CONFIG(accessibility)
        self.again.setText(QCoreApplication.translate("HomeImport", u"Baca ulang", None))
#if QT_CONFIG(accessibility)
        self.table.setAccessibleName(QCoreApplication.translate("HomeImport", u"Baris daftar", None))
#endif // QT_CONFIG(accessibility)
        self.cancel.setText(QCoreApplication.translate("HomeImport", u"Batal", None))
        self.take.setText(QCoreApplication.translate("HomeImport", u"Simpan", None))
    # retranslateUi

