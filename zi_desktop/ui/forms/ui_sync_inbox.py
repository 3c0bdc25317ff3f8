# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'sync_inbox.ui'
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
    QLabel, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

from zi_desktop.ui.sync.drop_line import DropLine
from zi_desktop.ui.widgets.empty import EmptyLine
from zi_desktop.ui.widgets.grouped_list import GroupedList
from zi_desktop.ui.widgets.hairline import Rule
from zi_desktop.ui.widgets.icon_label import IconLabel
class Ui_SyncInboxForm(object):
    def setupUi(self, SyncInboxForm):
        if not SyncInboxForm.objectName():
            SyncInboxForm.setObjectName(u"SyncInboxForm")
        SyncInboxForm.setProperty(u"surface", u"panel")
        self.column = QVBoxLayout(SyncInboxForm)
        self.column.setObjectName(u"column")
        self.head = QHBoxLayout()
        self.head.setObjectName(u"head")
        self.icon = IconLabel(SyncInboxForm)
        self.icon.setObjectName(u"icon")

        self.head.addWidget(self.icon)

        self.title = QLabel(SyncInboxForm)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"title")

        self.head.addWidget(self.title)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.gap)

        self.head.setStretch(2, 1)

        self.column.addLayout(self.head)

        self.rule = Rule(SyncInboxForm)
        self.rule.setObjectName(u"rule")

        self.column.addWidget(self.rule)

        self.dropRow = QVBoxLayout()
        self.dropRow.setObjectName(u"dropRow")
        self.drop = DropLine(SyncInboxForm)
        self.drop.setObjectName(u"drop")

        self.dropRow.addWidget(self.drop)


        self.column.addLayout(self.dropRow)

        self.nothing = EmptyLine(SyncInboxForm)
        self.nothing.setObjectName(u"nothing")

        self.column.addWidget(self.nothing)

        self.list = GroupedList(SyncInboxForm)
        self.list.setObjectName(u"list")

        self.column.addWidget(self.list)

        self.column.setStretch(4, 1)

        self.retranslateUi(SyncInboxForm)
    # setupUi

    def retranslateUi(self, SyncInboxForm):
        self.title.setText(QCoreApplication.translate("SyncInboxForm", u"Impor paket", None))
        pass
    # retranslateUi

