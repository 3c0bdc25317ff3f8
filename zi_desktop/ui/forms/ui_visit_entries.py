# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'visit_entries.ui'
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
    QSizePolicy, QVBoxLayout, QWidget)

from zi_desktop.ui.widgets.choices import ChoiceField
from zi_desktop.ui.widgets.empty import EmptyLine
from zi_desktop.ui.widgets.grouped_list import GroupedList
from zi_desktop.ui.widgets.hairline import Rule
from zi_desktop.ui.widgets.labels import ElidedLabel
from zi_desktop.ui.widgets.segments import SegmentedControl
class Ui_VisitEntries(object):
    def setupUi(self, VisitEntries):
        if not VisitEntries.objectName():
            VisitEntries.setObjectName(u"VisitEntries")
        VisitEntries.setProperty(u"surface", u"plain")
        self.column = QVBoxLayout(VisitEntries)
        self.column.setObjectName(u"column")
        self.head = QHBoxLayout()
        self.head.setObjectName(u"head")
        self.title = ElidedLabel(VisitEntries)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"title")

        self.head.addWidget(self.title)

        self.kinds = SegmentedControl(VisitEntries)
        self.kinds.setObjectName(u"kinds")

        self.head.addWidget(self.kinds)

        self.kindList = ChoiceField(VisitEntries)
        self.kindList.setObjectName(u"kindList")

        self.head.addWidget(self.kindList)

        self.head.setStretch(0, 1)

        self.column.addLayout(self.head)

        self.rule = Rule(VisitEntries)
        self.rule.setObjectName(u"rule")

        self.column.addWidget(self.rule)

        self.nothing = EmptyLine(VisitEntries)
        self.nothing.setObjectName(u"nothing")

        self.column.addWidget(self.nothing)

        self.list = GroupedList(VisitEntries)
        self.list.setObjectName(u"list")

        self.column.addWidget(self.list)

        self.footRule = Rule(VisitEntries)
        self.footRule.setObjectName(u"footRule")

        self.column.addWidget(self.footRule)

        self.foot = QFrame(VisitEntries)
        self.foot.setObjectName(u"foot")
        self.foot.setProperty(u"surface", u"raised")
        self.footRow = QHBoxLayout(self.foot)
        self.footRow.setObjectName(u"footRow")

        self.column.addWidget(self.foot)

        self.column.setStretch(3, 1)

        self.retranslateUi(VisitEntries)
    # setupUi

    def retranslateUi(self, VisitEntries):
        self.title.setText(QCoreApplication.translate("VisitEntries", u"Catatan kunjungan", None))
        pass
    # retranslateUi

