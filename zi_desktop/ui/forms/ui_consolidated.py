# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'consolidated.ui'
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
    QLabel, QSizePolicy, QVBoxLayout, QWidget)

from zi_desktop.ui.consolidated.figures import FigureLine
from zi_desktop.ui.consolidated.side import SidePanel
from zi_desktop.ui.consolidated.table import PagesTable
from zi_desktop.ui.widgets.choices import ChoiceField
from zi_desktop.ui.widgets.empty import EmptyLine
from zi_desktop.ui.widgets.labels import ElidedLabel
from zi_desktop.ui.widgets.messages import MessageBar
from zi_desktop.ui.widgets.search_field import SearchField
class Ui_Consolidated(object):
    def setupUi(self, Consolidated):
        if not Consolidated.objectName():
            Consolidated.setObjectName(u"Consolidated")
        self.outer = QVBoxLayout(Consolidated)
        self.outer.setObjectName(u"outer")
        self.message = MessageBar(Consolidated)
        self.message.setObjectName(u"message")

        self.outer.addWidget(self.message)

        self.column = QVBoxLayout()
        self.column.setObjectName(u"column")
        self.nothing = EmptyLine(Consolidated)
        self.nothing.setObjectName(u"nothing")

        self.column.addWidget(self.nothing)

        self.figures = FigureLine(Consolidated)
        self.figures.setObjectName(u"figures")

        self.column.addWidget(self.figures)

        self.filters = QWidget(Consolidated)
        self.filters.setObjectName(u"filters")
        self.filter_row = QHBoxLayout(self.filters)
        self.filter_row.setObjectName(u"filter_row")
        self.filter_row.setContentsMargins(0, 0, 0, 0)
        self.yearLabel = QLabel(self.filters)
        self.yearLabel.setObjectName(u"yearLabel")
        self.yearLabel.setProperty(u"role", u"secondary")

        self.filter_row.addWidget(self.yearLabel)

        self.year = ChoiceField(self.filters)
        self.year.setObjectName(u"year")

        self.filter_row.addWidget(self.year)

        self.kanwilLabel = QLabel(self.filters)
        self.kanwilLabel.setObjectName(u"kanwilLabel")
        self.kanwilLabel.setProperty(u"role", u"secondary")

        self.filter_row.addWidget(self.kanwilLabel)

        self.kanwil = ChoiceField(self.filters)
        self.kanwil.setObjectName(u"kanwil")

        self.filter_row.addWidget(self.kanwil)

        self.search = SearchField(self.filters)
        self.search.setObjectName(u"search")

        self.filter_row.addWidget(self.search)

        self.read = ElidedLabel(self.filters)
        self.read.setObjectName(u"read")
        self.read.setProperty(u"role", u"small")

        self.filter_row.addWidget(self.read)

        self.filter_row.setStretch(5, 1)

        self.column.addWidget(self.filters)

        self.body = QHBoxLayout()
        self.body.setObjectName(u"body")
        self.panel = QFrame(Consolidated)
        self.panel.setObjectName(u"panel")
        self.panel.setProperty(u"surface", u"panel")
        self.table_place = QVBoxLayout(self.panel)
        self.table_place.setObjectName(u"table_place")
        self.table = PagesTable(self.panel)
        self.table.setObjectName(u"table")

        self.table_place.addWidget(self.table)


        self.body.addWidget(self.panel)

        self.side = SidePanel(Consolidated)
        self.side.setObjectName(u"side")

        self.body.addWidget(self.side)

        self.body.setStretch(0, 1)

        self.column.addLayout(self.body)

        self.column.setStretch(3, 1)

        self.outer.addLayout(self.column)

        self.outer.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.yearLabel.setBuddy(self.year)
        self.kanwilLabel.setBuddy(self.kanwil)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(Consolidated)
    # setupUi

    def retranslateUi(self, Consolidated):
        self.yearLabel.setText(QCoreApplication.translate("Consolidated", u"Tahun", None))
#if QT_CONFIG(accessibility)
        self.year.setAccessibleName(QCoreApplication.translate("Consolidated", u"Tahun", None))
#endif // QT_CONFIG(accessibility)
        self.kanwilLabel.setText(QCoreApplication.translate("Consolidated", u"Kanwil", None))
#if QT_CONFIG(accessibility)
        self.kanwil.setAccessibleName(QCoreApplication.translate("Consolidated", u"Kanwil", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

