# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'signing_preview.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QStackedWidget, QToolButton,
    QVBoxLayout, QWidget)

from zi_desktop.ui.widgets.hairline import (Rule, UprightRule)
from zi_desktop.ui.widgets.labels import ElidedLabel
from zi_desktop.ui.widgets.pills import StatusPill
class Ui_SigningPreview(object):
    def setupUi(self, SigningPreview):
        if not SigningPreview.objectName():
            SigningPreview.setObjectName(u"SigningPreview")
        SigningPreview.setProperty(u"surface", u"plain")
        self.column = QVBoxLayout(SigningPreview)
        self.column.setObjectName(u"column")
        self.bar = QFrame(SigningPreview)
        self.bar.setObjectName(u"bar")
        self.bar.setProperty(u"surface", u"raised")
        self.barRow = QHBoxLayout(self.bar)
        self.barRow.setObjectName(u"barRow")
        self.checks = QToolButton(self.bar)
        self.checks.setObjectName(u"checks")

        self.barRow.addWidget(self.checks)

        self.title = ElidedLabel(self.bar)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"title")

        self.barRow.addWidget(self.title)

        self.state = StatusPill(self.bar)
        self.state.setObjectName(u"state")

        self.barRow.addWidget(self.state)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.barRow.addItem(self.gap)

        self.before = QToolButton(self.bar)
        self.before.setObjectName(u"before")

        self.barRow.addWidget(self.before)

        self.page = QLabel(self.bar)
        self.page.setObjectName(u"page")
        self.page.setProperty(u"role", u"strong")
        self.page.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.barRow.addWidget(self.page)

        self.after = QToolButton(self.bar)
        self.after.setObjectName(u"after")

        self.barRow.addWidget(self.after)

        self.divider = UprightRule(self.bar)
        self.divider.setObjectName(u"divider")

        self.barRow.addWidget(self.divider)

        self.smaller = QToolButton(self.bar)
        self.smaller.setObjectName(u"smaller")

        self.barRow.addWidget(self.smaller)

        self.percent = QLabel(self.bar)
        self.percent.setObjectName(u"percent")
        self.percent.setProperty(u"role", u"strong")
        self.percent.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.barRow.addWidget(self.percent)

        self.larger = QToolButton(self.bar)
        self.larger.setObjectName(u"larger")

        self.barRow.addWidget(self.larger)

        self.fit = QToolButton(self.bar)
        self.fit.setObjectName(u"fit")

        self.barRow.addWidget(self.fit)

        self.print = QToolButton(self.bar)
        self.print.setObjectName(u"print")

        self.barRow.addWidget(self.print)

        self.save = QToolButton(self.bar)
        self.save.setObjectName(u"save")

        self.barRow.addWidget(self.save)


        self.column.addWidget(self.bar)

        self.rule = Rule(SigningPreview)
        self.rule.setObjectName(u"rule")

        self.column.addWidget(self.rule)

        self.stack = QStackedWidget(SigningPreview)
        self.stack.setObjectName(u"stack")
        self.waiting = QFrame()
        self.waiting.setObjectName(u"waiting")
        self.waiting.setProperty(u"surface", u"bed")
        self.waitingColumn = QVBoxLayout(self.waiting)
        self.waitingColumn.setObjectName(u"waitingColumn")
        self.words = QLabel(self.waiting)
        self.words.setObjectName(u"words")
        self.words.setProperty(u"role", u"secondary")
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter|Qt.AlignmentFlag.AlignTop)

        self.waitingColumn.addWidget(self.words)

        self.stack.addWidget(self.waiting)

        self.column.addWidget(self.stack)

        self.column.setStretch(2, 1)

        self.retranslateUi(SigningPreview)
    # setupUi

    def retranslateUi(self, SigningPreview):
        self.title.setText(QCoreApplication.translate("SigningPreview", u"Pratinjau dokumen", None))
        pass
    # retranslateUi

