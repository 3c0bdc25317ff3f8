# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'remarks.ui'
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
from zi_desktop.ui.widgets.messages import MessageBar
from zi_desktop.ui.widgets.search_field import SearchField
from zi_desktop.ui.widgets.segments import SegmentedControl
class Ui_RemarksForm(object):
    def setupUi(self, RemarksForm):
        if not RemarksForm.objectName():
            RemarksForm.setObjectName(u"RemarksForm")
        RemarksForm.setProperty(u"surface", u"plain")
        self.column = QVBoxLayout(RemarksForm)
        self.column.setObjectName(u"column")
        self.head = QHBoxLayout()
        self.head.setObjectName(u"head")
        self.parts = SegmentedControl(RemarksForm)
        self.parts.setObjectName(u"parts")

        self.head.addWidget(self.parts)

        self.partList = ChoiceField(RemarksForm)
        self.partList.setObjectName(u"partList")

        self.head.addWidget(self.partList)

        self.search = SearchField(RemarksForm)
        self.search.setObjectName(u"search")

        self.head.addWidget(self.search)

        self.head.setStretch(2, 1)

        self.column.addLayout(self.head)

        self.rule = Rule(RemarksForm)
        self.rule.setObjectName(u"rule")

        self.column.addWidget(self.rule)

        self.message = MessageBar(RemarksForm)
        self.message.setObjectName(u"message")

        self.column.addWidget(self.message)

        self.nothing = EmptyLine(RemarksForm)
        self.nothing.setObjectName(u"nothing")

        self.column.addWidget(self.nothing)

        self.list = GroupedList(RemarksForm)
        self.list.setObjectName(u"list")

        self.column.addWidget(self.list)

        self.column.setStretch(4, 1)

        self.retranslateUi(RemarksForm)
    # setupUi

    def retranslateUi(self, RemarksForm):
        pass
    # retranslateUi

