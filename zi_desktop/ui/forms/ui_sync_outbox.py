# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'sync_outbox.ui'
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

from zi_desktop.ui.widgets.empty import EmptyLine
from zi_desktop.ui.widgets.grouped_list import GroupedList
from zi_desktop.ui.widgets.hairline import Rule
from zi_desktop.ui.widgets.icon_label import IconLabel
from zi_desktop.ui.widgets.labels import ElidedLabel
class Ui_SyncOutboxForm(object):
    def setupUi(self, SyncOutboxForm):
        if not SyncOutboxForm.objectName():
            SyncOutboxForm.setObjectName(u"SyncOutboxForm")
        SyncOutboxForm.setProperty(u"surface", u"panel")
        self.column = QVBoxLayout(SyncOutboxForm)
        self.column.setObjectName(u"column")
        self.head = QHBoxLayout()
        self.head.setObjectName(u"head")
        self.icon = IconLabel(SyncOutboxForm)
        self.icon.setObjectName(u"icon")

        self.head.addWidget(self.icon)

        self.title = QLabel(SyncOutboxForm)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"title")

        self.head.addWidget(self.title)

        self.count = ElidedLabel(SyncOutboxForm)
        self.count.setObjectName(u"count")
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)
        self.count.setProperty(u"role", u"small")

        self.head.addWidget(self.count)

        self.head.setStretch(2, 1)

        self.column.addLayout(self.head)

        self.rule = Rule(SyncOutboxForm)
        self.rule.setObjectName(u"rule")

        self.column.addWidget(self.rule)

        self.nothing = EmptyLine(SyncOutboxForm)
        self.nothing.setObjectName(u"nothing")

        self.column.addWidget(self.nothing)

        self.list = GroupedList(SyncOutboxForm)
        self.list.setObjectName(u"list")

        self.column.addWidget(self.list)

        self.footRule = Rule(SyncOutboxForm)
        self.footRule.setObjectName(u"footRule")

        self.column.addWidget(self.footRule)

        self.foot = QHBoxLayout()
        self.foot.setObjectName(u"foot")

        self.column.addLayout(self.foot)

        self.column.setStretch(3, 1)

        self.retranslateUi(SyncOutboxForm)
    # setupUi

    def retranslateUi(self, SyncOutboxForm):
        self.title.setText(QCoreApplication.translate("SyncOutboxForm", u"Kotak keluar", None))
        pass
    # retranslateUi

