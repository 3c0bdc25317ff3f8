# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'settle.ui'
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
    QLabel, QPushButton, QScrollArea, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from zi_desktop.ui.settling.cards import VersionCards
from zi_desktop.ui.settling.other import OtherAnswer
from zi_desktop.ui.settling.other_scroll import AnswerScroll
from zi_desktop.ui.settling.question import QuestionLabel
from zi_desktop.ui.settling.table import SettleTable
from zi_desktop.ui.widgets.bars import ScoreBar
from zi_desktop.ui.widgets.choices import ChoiceField
from zi_desktop.ui.widgets.empty import EmptyLine
from zi_desktop.ui.widgets.hairline import Rule
from zi_desktop.ui.widgets.icon_label import IconLabel
from zi_desktop.ui.widgets.labels import ElidedLabel
from zi_desktop.ui.widgets.lines_field import LinesField
from zi_desktop.ui.widgets.messages import MessageBar
from zi_desktop.ui.widgets.problem_line import ProblemLine
class Ui_SettleForm(object):
    def setupUi(self, SettleForm):
        if not SettleForm.objectName():
            SettleForm.setObjectName(u"SettleForm")
        SettleForm.setProperty(u"surface", u"panel")
        self.outer = QVBoxLayout(SettleForm)
        self.outer.setObjectName(u"outer")
        self.head = QWidget(SettleForm)
        self.head.setObjectName(u"head")
        self.headRow = QHBoxLayout(self.head)
        self.headRow.setObjectName(u"headRow")
        self.headRow.setContentsMargins(0, 0, 0, 0)
        self.mark = IconLabel(self.head)
        self.mark.setObjectName(u"mark")

        self.headRow.addWidget(self.mark)

        self.title = QLabel(self.head)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"title")

        self.headRow.addWidget(self.title)

        self.satker = ElidedLabel(self.head)
        self.satker.setObjectName(u"satker")
        self.satker.setProperty(u"role", u"secondary")

        self.headRow.addWidget(self.satker)

        self.evaluation = ChoiceField(self.head)
        self.evaluation.setObjectName(u"evaluation")

        self.headRow.addWidget(self.evaluation)

        self.progress = QLabel(self.head)
        self.progress.setObjectName(u"progress")
        self.progress.setProperty(u"role", u"mark")

        self.headRow.addWidget(self.progress)

        self.bar = ScoreBar(self.head)
        self.bar.setObjectName(u"bar")

        self.headRow.addWidget(self.bar)

        self.headRow.setStretch(2, 1)

        self.outer.addWidget(self.head)

        self.rule = Rule(SettleForm)
        self.rule.setObjectName(u"rule")

        self.outer.addWidget(self.rule)

        self.closed = MessageBar(SettleForm)
        self.closed.setObjectName(u"closed")

        self.outer.addWidget(self.closed)

        self.nothing = EmptyLine(SettleForm)
        self.nothing.setObjectName(u"nothing")

        self.outer.addWidget(self.nothing)

        self.table = SettleTable(SettleForm)
        self.table.setObjectName(u"table")

        self.outer.addWidget(self.table)

        self.scroll = QScrollArea(SettleForm)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.content = QFrame()
        self.content.setObjectName(u"content")
        self.content.setProperty(u"surface", u"plain")
        self.column = QVBoxLayout(self.content)
        self.column.setObjectName(u"column")
        self.itemRow = QHBoxLayout()
        self.itemRow.setObjectName(u"itemRow")
        self.place = QLabel(self.content)
        self.place.setObjectName(u"place")
        self.place.setProperty(u"role", u"small")

        self.itemRow.addWidget(self.place)

        self.question = QuestionLabel(self.content)
        self.question.setObjectName(u"question")
        self.question.setProperty(u"role", u"title")
        self.question.setWordWrap(True)

        self.itemRow.addWidget(self.question)

        self.share = QLabel(self.content)
        self.share.setObjectName(u"share")
        self.share.setProperty(u"role", u"small")

        self.itemRow.addWidget(self.share)

        self.itemRow.setStretch(1, 1)

        self.column.addLayout(self.itemRow)

        self.notice = MessageBar(self.content)
        self.notice.setObjectName(u"notice")

        self.column.addWidget(self.notice)

        self.versions = VersionCards(self.content)
        self.versions.setObjectName(u"versions")

        self.column.addWidget(self.versions)

        self.rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.rest)

        self.scroll.setWidget(self.content)

        self.outer.addWidget(self.scroll)

        self.decideRule = Rule(SettleForm)
        self.decideRule.setObjectName(u"decideRule")

        self.outer.addWidget(self.decideRule)

        self.deciding = QFrame(SettleForm)
        self.deciding.setObjectName(u"deciding")
        self.deciding.setProperty(u"surface", u"plain")
        self.decidingRow = QHBoxLayout(self.deciding)
        self.decidingRow.setObjectName(u"decidingRow")
        self.otherPart = QWidget(self.deciding)
        self.otherPart.setObjectName(u"otherPart")
        self.otherColumn = QVBoxLayout(self.otherPart)
        self.otherColumn.setObjectName(u"otherColumn")
        self.otherRow = QHBoxLayout()
        self.otherRow.setObjectName(u"otherRow")
        self.otherCap = QLabel(self.otherPart)
        self.otherCap.setObjectName(u"otherCap")
        self.otherCap.setProperty(u"role", u"cap")

        self.otherRow.addWidget(self.otherCap)

        self.other = QPushButton(self.otherPart)
        self.other.setObjectName(u"other")

        self.otherRow.addWidget(self.other)

        self.between = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.otherRow.addItem(self.between)

        self.clip = IconLabel(self.otherPart)
        self.clip.setObjectName(u"clip")

        self.otherRow.addWidget(self.clip)

        self.kept = ElidedLabel(self.otherPart)
        self.kept.setObjectName(u"kept")
        self.kept.setProperty(u"role", u"small")

        self.otherRow.addWidget(self.kept)

        self.otherMark = IconLabel(self.otherPart)
        self.otherMark.setObjectName(u"otherMark")

        self.otherRow.addWidget(self.otherMark)

        self.otherChosen = QLabel(self.otherPart)
        self.otherChosen.setObjectName(u"otherChosen")
        self.otherChosen.setProperty(u"role", u"choose")

        self.otherRow.addWidget(self.otherChosen)


        self.otherColumn.addLayout(self.otherRow)

        self.otherScroll = AnswerScroll(self.otherPart)
        self.otherScroll.setObjectName(u"otherScroll")
        self.otherScroll.setWidgetResizable(True)
        self.otherScroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.otherForm = OtherAnswer()
        self.otherForm.setObjectName(u"otherForm")
        self.otherScroll.setWidget(self.otherForm)

        self.otherColumn.addWidget(self.otherScroll)

        self.otherRest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.otherColumn.addItem(self.otherRest)


        self.decidingRow.addWidget(self.otherPart)

        self.reasonPart = QWidget(self.deciding)
        self.reasonPart.setObjectName(u"reasonPart")
        self.reasonColumn = QVBoxLayout(self.reasonPart)
        self.reasonColumn.setObjectName(u"reasonColumn")
        self.reasonRow = QHBoxLayout()
        self.reasonRow.setObjectName(u"reasonRow")
        self.reasonTitle = QLabel(self.reasonPart)
        self.reasonTitle.setObjectName(u"reasonTitle")
        self.reasonTitle.setProperty(u"role", u"strong")

        self.reasonRow.addWidget(self.reasonTitle)

        self.reasonHint = QLabel(self.reasonPart)
        self.reasonHint.setObjectName(u"reasonHint")
        self.reasonHint.setProperty(u"role", u"small")

        self.reasonRow.addWidget(self.reasonHint)

        self.problem = ProblemLine(self.reasonPart)
        self.problem.setObjectName(u"problem")

        self.reasonRow.addWidget(self.problem)

        self.reasonRow.setStretch(2, 1)

        self.reasonColumn.addLayout(self.reasonRow)

        self.reason = LinesField(self.reasonPart)
        self.reason.setObjectName(u"reason")

        self.reasonColumn.addWidget(self.reason)

        self.reasonRest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.reasonColumn.addItem(self.reasonRest)


        self.decidingRow.addWidget(self.reasonPart)

        self.decidingRow.setStretch(0, 1)
        self.decidingRow.setStretch(1, 1)

        self.outer.addWidget(self.deciding)

        self.footRule = Rule(SettleForm)
        self.footRule.setObjectName(u"footRule")

        self.outer.addWidget(self.footRule)

        self.foot = QFrame(SettleForm)
        self.foot.setObjectName(u"foot")
        self.footRow = QHBoxLayout(self.foot)
        self.footRow.setObjectName(u"footRow")
        self.effect = ElidedLabel(self.foot)
        self.effect.setObjectName(u"effect")
        self.effect.setProperty(u"role", u"secondary")

        self.footRow.addWidget(self.effect)

        self.footRow.setStretch(0, 1)

        self.outer.addWidget(self.foot)

        self.outer.setStretch(5, 1)

        self.retranslateUi(SettleForm)
    # setupUi

    def retranslateUi(self, SettleForm):
        self.title.setText(QCoreApplication.translate("SettleForm", u"Selesaikan beda penilaian", None))
        self.other.setText(QCoreApplication.translate("SettleForm", u"Isi nilai lain\u2026", None))
        self.kept.setText(QCoreApplication.translate("SettleForm", u"Berkas semua versi tetap disimpan", None))
        self.otherChosen.setText(QCoreApplication.translate("SettleForm", u"Dipilih", None))
        self.reasonTitle.setText(QCoreApplication.translate("SettleForm", u"Alasan", None))
        self.reasonHint.setText(QCoreApplication.translate("SettleForm", u"wajib, masuk riwayat butir", None))
        pass
    # retranslateUi

