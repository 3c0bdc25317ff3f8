# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'signing_checks.ui'
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
    QLabel, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

from zi_desktop.ui.signing.checks_view import ChecksView
from zi_desktop.ui.widgets.hairline import Rule
from zi_desktop.ui.widgets.pills import StatusPill
class Ui_SigningChecks(object):
    def setupUi(self, SigningChecks):
        if not SigningChecks.objectName():
            SigningChecks.setObjectName(u"SigningChecks")
        SigningChecks.setProperty(u"surface", u"plain")
        self.column = QVBoxLayout(SigningChecks)
        self.column.setObjectName(u"column")
        self.head = QFrame(SigningChecks)
        self.head.setObjectName(u"head")
        self.headColumn = QVBoxLayout(self.head)
        self.headColumn.setObjectName(u"headColumn")
        self.titleRow = QHBoxLayout()
        self.titleRow.setObjectName(u"titleRow")
        self.title = QLabel(self.head)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"title")

        self.titleRow.addWidget(self.title)

        self.titleGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.titleRow.addItem(self.titleGap)

        self.paper = QPushButton(self.head)
        self.paper.setObjectName(u"paper")
        self.paper.setProperty(u"look", u"small")
        self.paper.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        self.titleRow.addWidget(self.paper)

        self.again = QPushButton(self.head)
        self.again.setObjectName(u"again")
        self.again.setProperty(u"look", u"small")
        self.again.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        self.titleRow.addWidget(self.again)


        self.headColumn.addLayout(self.titleRow)

        self.pillRow = QHBoxLayout()
        self.pillRow.setObjectName(u"pillRow")
        self.mustPill = StatusPill(self.head)
        self.mustPill.setObjectName(u"mustPill")

        self.pillRow.addWidget(self.mustPill)

        self.warningPill = StatusPill(self.head)
        self.warningPill.setObjectName(u"warningPill")

        self.pillRow.addWidget(self.warningPill)

        self.passedPill = StatusPill(self.head)
        self.passedPill.setObjectName(u"passedPill")

        self.pillRow.addWidget(self.passedPill)

        self.pillGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.pillRow.addItem(self.pillGap)

        self.time = QLabel(self.head)
        self.time.setObjectName(u"time")
        self.time.setProperty(u"role", u"small")

        self.pillRow.addWidget(self.time)


        self.headColumn.addLayout(self.pillRow)


        self.column.addWidget(self.head)

        self.rule = Rule(SigningChecks)
        self.rule.setObjectName(u"rule")

        self.column.addWidget(self.rule)

        self.checks = ChecksView(SigningChecks)
        self.checks.setObjectName(u"checks")

        self.column.addWidget(self.checks)

        self.column.setStretch(2, 1)

        self.retranslateUi(SigningChecks)
    # setupUi

    def retranslateUi(self, SigningChecks):
        self.title.setText(QCoreApplication.translate("SigningChecks", u"Pemeriksaan akhir", None))
        self.paper.setText(QCoreApplication.translate("SigningChecks", u"Pratinjau", None))
        self.again.setText(QCoreApplication.translate("SigningChecks", u"Periksa ulang", None))
        pass
    # retranslateUi

