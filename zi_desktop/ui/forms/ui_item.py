# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'item.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QScrollArea,
    QSizePolicy, QVBoxLayout, QWidget)

from zi_desktop.ui.evaluation.item.actions import ItemActions
from zi_desktop.ui.evaluation.item.comparison_panel import ComparisonPanel
from zi_desktop.ui.evaluation.item.comparison_strip import ComparisonStrip
from zi_desktop.ui.evaluation.item.counts_form import CountsForm
from zi_desktop.ui.evaluation.item.guidance_panel import GuidancePanel
from zi_desktop.ui.evaluation.item.heading import ItemHeading
from zi_desktop.ui.evaluation.item.index_form import IndexForm
from zi_desktop.ui.evaluation.item.notes_panel import NotesPanel
from zi_desktop.ui.evaluation.item.option_list import OptionList
from zi_desktop.ui.evidence.panel import EvidencePanel
from zi_desktop.ui.widgets.messages import MessageBar
class Ui_Item(object):
    def setupUi(self, Item):
        if not Item.objectName():
            Item.setObjectName(u"Item")
        self.column = QVBoxLayout(Item)
        self.column.setObjectName(u"column")
        self.scroll = QScrollArea(Item)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setWidgetResizable(True)
        self.content = QWidget()
        self.content.setObjectName(u"content")
        self.parts = QVBoxLayout(self.content)
        self.parts.setObjectName(u"parts")
        self.heading = ItemHeading(self.content)
        self.heading.setObjectName(u"heading")

        self.parts.addWidget(self.heading)

        self.notice = MessageBar(self.content)
        self.notice.setObjectName(u"notice")

        self.parts.addWidget(self.notice)

        self.strip = ComparisonStrip(self.content)
        self.strip.setObjectName(u"strip")

        self.parts.addWidget(self.strip)

        self.compared = QHBoxLayout()
        self.compared.setObjectName(u"compared")
        self.answers = QVBoxLayout()
        self.answers.setObjectName(u"answers")
        self.options = OptionList(self.content)
        self.options.setObjectName(u"options")

        self.answers.addWidget(self.options, 0, Qt.AlignmentFlag.AlignTop)

        self.counts = CountsForm(self.content)
        self.counts.setObjectName(u"counts")

        self.answers.addWidget(self.counts)

        self.index = IndexForm(self.content)
        self.index.setObjectName(u"index")

        self.answers.addWidget(self.index)


        self.compared.addLayout(self.answers)

        self.comparison = ComparisonPanel(self.content)
        self.comparison.setObjectName(u"comparison")

        self.compared.addWidget(self.comparison)


        self.parts.addLayout(self.compared)

        self.lower = QWidget(self.content)
        self.lower.setObjectName(u"lower")
        self.pair = QHBoxLayout(self.lower)
        self.pair.setObjectName(u"pair")
        self.pair.setContentsMargins(0, 0, 0, 0)
        self.guidance = GuidancePanel(self.lower)
        self.guidance.setObjectName(u"guidance")

        self.pair.addWidget(self.guidance)

        self.evidence = EvidencePanel(self.lower)
        self.evidence.setObjectName(u"evidence")

        self.pair.addWidget(self.evidence)

        self.notes = NotesPanel(self.lower)
        self.notes.setObjectName(u"notes")

        self.pair.addWidget(self.notes)


        self.parts.addWidget(self.lower)

        self.scroll.setWidget(self.content)

        self.column.addWidget(self.scroll)

        self.actions = ItemActions(Item)
        self.actions.setObjectName(u"actions")

        self.column.addWidget(self.actions)


        self.retranslateUi(Item)
    # setupUi

    def retranslateUi(self, Item):
        pass
    # retranslateUi

