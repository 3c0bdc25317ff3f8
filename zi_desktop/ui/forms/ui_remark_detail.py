# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'remark_detail.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QGridLayout, QHBoxLayout,
    QLabel, QPushButton, QScrollArea, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from zi_desktop.ui.widgets.hairline import Rule
from zi_desktop.ui.widgets.labels import ElidedLabel
class Ui_RemarkDetailForm(object):
    def setupUi(self, RemarkDetailForm):
        if not RemarkDetailForm.objectName():
            RemarkDetailForm.setObjectName(u"RemarkDetailForm")
        RemarkDetailForm.setProperty(u"surface", u"plain")
        self.outer = QVBoxLayout(RemarkDetailForm)
        self.outer.setObjectName(u"outer")
        self.scroll = QScrollArea(RemarkDetailForm)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.content = QFrame()
        self.content.setObjectName(u"content")
        self.content.setProperty(u"surface", u"plain")
        self.column = QVBoxLayout(self.content)
        self.column.setObjectName(u"column")
        self.head = QHBoxLayout()
        self.head.setObjectName(u"head")
        self.satker = ElidedLabel(self.content)
        self.satker.setObjectName(u"satker")
        self.satker.setProperty(u"role", u"title")

        self.head.addWidget(self.satker)

        self.item = QPushButton(self.content)
        self.item.setObjectName(u"item")

        self.head.addWidget(self.item)

        self.head.setStretch(0, 1)

        self.column.addLayout(self.head)

        self.subtitle = QLabel(self.content)
        self.subtitle.setObjectName(u"subtitle")
        self.subtitle.setProperty(u"role", u"secondary")
        self.subtitle.setWordWrap(True)

        self.column.addWidget(self.subtitle)

        self.facts = QGridLayout()
        self.facts.setObjectName(u"facts")
        self.facts.setColumnStretch(1, 1)

        self.column.addLayout(self.facts)

        self.rule = Rule(self.content)
        self.rule.setObjectName(u"rule")

        self.column.addWidget(self.rule)

        self.followTitle = QLabel(self.content)
        self.followTitle.setObjectName(u"followTitle")
        self.followTitle.setProperty(u"role", u"strong")

        self.column.addWidget(self.followTitle)

        self.followPlace = QHBoxLayout()
        self.followPlace.setObjectName(u"followPlace")
        self.followUps = QGridLayout()
        self.followUps.setObjectName(u"followUps")
        self.followUps.setColumnStretch(1, 1)

        self.followPlace.addLayout(self.followUps)


        self.column.addLayout(self.followPlace)

        self.rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.rest)

        self.scroll.setWidget(self.content)

        self.outer.addWidget(self.scroll)

        self.footRule = Rule(RemarkDetailForm)
        self.footRule.setObjectName(u"footRule")

        self.outer.addWidget(self.footRule)

        self.foot = QFrame(RemarkDetailForm)
        self.foot.setObjectName(u"foot")
        self.foot.setProperty(u"surface", u"raised")
        self.footRow = QHBoxLayout(self.foot)
        self.footRow.setObjectName(u"footRow")

        self.outer.addWidget(self.foot)

        self.outer.setStretch(0, 1)

        self.retranslateUi(RemarkDetailForm)
    # setupUi

    def retranslateUi(self, RemarkDetailForm):
        self.followTitle.setText(QCoreApplication.translate("RemarkDetailForm", u"Tindak lanjut", None))
        pass
    # retranslateUi

