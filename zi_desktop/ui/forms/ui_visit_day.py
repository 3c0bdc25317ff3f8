# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'visit_day.ui'
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
class Ui_VisitDayForm(object):
    def setupUi(self, VisitDayForm):
        if not VisitDayForm.objectName():
            VisitDayForm.setObjectName(u"VisitDayForm")
        VisitDayForm.setProperty(u"surface", u"plain")
        self.outer = QVBoxLayout(VisitDayForm)
        self.outer.setObjectName(u"outer")
        self.scroll = QScrollArea(VisitDayForm)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.content = QFrame()
        self.content.setObjectName(u"content")
        self.content.setProperty(u"surface", u"plain")
        self.column = QVBoxLayout(self.content)
        self.column.setObjectName(u"column")
        self.planHead = QHBoxLayout()
        self.planHead.setObjectName(u"planHead")
        self.planTitle = ElidedLabel(self.content)
        self.planTitle.setObjectName(u"planTitle")
        self.planTitle.setProperty(u"role", u"strong")

        self.planHead.addWidget(self.planTitle)

        self.plan = QPushButton(self.content)
        self.plan.setObjectName(u"plan")

        self.planHead.addWidget(self.plan)

        self.planHead.setStretch(0, 1)

        self.column.addLayout(self.planHead)

        self.planFacts = QGridLayout()
        self.planFacts.setObjectName(u"planFacts")
        self.planFacts.setColumnStretch(1, 1)

        self.column.addLayout(self.planFacts)

        self.planRule = Rule(self.content)
        self.planRule.setObjectName(u"planRule")

        self.column.addWidget(self.planRule)

        self.awalHead = QHBoxLayout()
        self.awalHead.setObjectName(u"awalHead")
        self.awalTitle = ElidedLabel(self.content)
        self.awalTitle.setObjectName(u"awalTitle")
        self.awalTitle.setProperty(u"role", u"strong")

        self.awalHead.addWidget(self.awalTitle)

        self.awal = QPushButton(self.content)
        self.awal.setObjectName(u"awal")

        self.awalHead.addWidget(self.awal)

        self.awalHead.setStretch(0, 1)

        self.column.addLayout(self.awalHead)

        self.awalFacts = QLabel(self.content)
        self.awalFacts.setObjectName(u"awalFacts")
        self.awalFacts.setProperty(u"role", u"secondary")
        self.awalFacts.setWordWrap(True)

        self.column.addWidget(self.awalFacts)

        self.awalRule = Rule(self.content)
        self.awalRule.setObjectName(u"awalRule")

        self.column.addWidget(self.awalRule)

        self.akhirHead = QHBoxLayout()
        self.akhirHead.setObjectName(u"akhirHead")
        self.akhirTitle = ElidedLabel(self.content)
        self.akhirTitle.setObjectName(u"akhirTitle")
        self.akhirTitle.setProperty(u"role", u"strong")

        self.akhirHead.addWidget(self.akhirTitle)

        self.akhir = QPushButton(self.content)
        self.akhir.setObjectName(u"akhir")

        self.akhirHead.addWidget(self.akhir)

        self.akhirHead.setStretch(0, 1)

        self.column.addLayout(self.akhirHead)

        self.akhirFacts = QLabel(self.content)
        self.akhirFacts.setObjectName(u"akhirFacts")
        self.akhirFacts.setProperty(u"role", u"secondary")
        self.akhirFacts.setWordWrap(True)

        self.column.addWidget(self.akhirFacts)

        self.akhirRule = Rule(self.content)
        self.akhirRule.setObjectName(u"akhirRule")

        self.column.addWidget(self.akhirRule)

        self.minutesHead = QHBoxLayout()
        self.minutesHead.setObjectName(u"minutesHead")
        self.minutesTitle = ElidedLabel(self.content)
        self.minutesTitle.setObjectName(u"minutesTitle")
        self.minutesTitle.setProperty(u"role", u"strong")

        self.minutesHead.addWidget(self.minutesTitle)

        self.minutes = QPushButton(self.content)
        self.minutes.setObjectName(u"minutes")

        self.minutesHead.addWidget(self.minutes)

        self.minutesHead.setStretch(0, 1)

        self.column.addLayout(self.minutesHead)

        self.minutesFacts = QGridLayout()
        self.minutesFacts.setObjectName(u"minutesFacts")
        self.minutesFacts.setColumnStretch(1, 1)

        self.column.addLayout(self.minutesFacts)

        self.minutesButtons = QHBoxLayout()
        self.minutesButtons.setObjectName(u"minutesButtons")

        self.column.addLayout(self.minutesButtons)

        self.scans = QLabel(self.content)
        self.scans.setObjectName(u"scans")
        self.scans.setProperty(u"role", u"secondary")
        self.scans.setWordWrap(True)

        self.column.addWidget(self.scans)

        self.rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.rest)

        self.scroll.setWidget(self.content)

        self.outer.addWidget(self.scroll)


        self.retranslateUi(VisitDayForm)
    # setupUi

    def retranslateUi(self, VisitDayForm):
        self.planTitle.setText(QCoreApplication.translate("VisitDayForm", u"Rencana", None))
        self.awalTitle.setText(QCoreApplication.translate("VisitDayForm", u"Pertemuan awal", None))
        self.akhirTitle.setText(QCoreApplication.translate("VisitDayForm", u"Pertemuan akhir", None))
        self.minutesTitle.setText(QCoreApplication.translate("VisitDayForm", u"Berita acara", None))
        pass
    # retranslateUi

