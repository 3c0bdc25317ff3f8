# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'evaluation_score.ui'
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
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QLabel, QPushButton,
    QSizePolicy, QSpacerItem, QStackedWidget, QToolButton,
    QVBoxLayout, QWidget)

from zi_desktop.ui.evaluation.score_scale import (ScaleBar, VerdictBox)
from zi_desktop.ui.evaluation.score_total import TotalFigure
from zi_desktop.ui.widgets.hairline import Rule
from zi_desktop.ui.widgets.segments import SegmentedControl
class Ui_EvaluationScore(object):
    def setupUi(self, EvaluationScore):
        if not EvaluationScore.objectName():
            EvaluationScore.setObjectName(u"EvaluationScore")
        self.column = QVBoxLayout(EvaluationScore)
        self.column.setObjectName(u"column")
        self.figures = QStackedWidget(EvaluationScore)
        self.figures.setObjectName(u"figures")
        self.shown_page = QWidget()
        self.shown_page.setObjectName(u"shown_page")
        self.shown_column = QVBoxLayout(self.shown_page)
        self.shown_column.setObjectName(u"shown_column")
        self.title_row = QHBoxLayout()
        self.title_row.setObjectName(u"title_row")
        self.title = QLabel(self.shown_page)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"strong")

        self.title_row.addWidget(self.title)

        self.title_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.title_row.addItem(self.title_space)

        self.targets = SegmentedControl(self.shown_page)
        self.targets.setObjectName(u"targets")

        self.title_row.addWidget(self.targets)


        self.shown_column.addLayout(self.title_row)

        self.total_block = QVBoxLayout()
        self.total_block.setObjectName(u"total_block")
        self.total_row = QHBoxLayout()
        self.total_row.setObjectName(u"total_row")
        self.total = TotalFigure(self.shown_page)
        self.total.setObjectName(u"total")

        self.total_row.addWidget(self.total)

        self.explain = QToolButton(self.shown_page)
        self.explain.setObjectName(u"explain")

        self.total_row.addWidget(self.explain)


        self.total_block.addLayout(self.total_row)

        self.scale = ScaleBar(self.shown_page)
        self.scale.setObjectName(u"scale")

        self.total_block.addWidget(self.scale)


        self.shown_column.addLayout(self.total_block)

        self.verdict = VerdictBox(self.shown_page)
        self.verdict.setObjectName(u"verdict")

        self.shown_column.addWidget(self.verdict)

        self.requirements_block = QVBoxLayout()
        self.requirements_block.setObjectName(u"requirements_block")
        self.requirements_title = QLabel(self.shown_page)
        self.requirements_title.setObjectName(u"requirements_title")
        self.requirements_title.setProperty(u"role", u"header")

        self.requirements_block.addWidget(self.requirements_title)

        self.requirements = QVBoxLayout()
        self.requirements.setObjectName(u"requirements")

        self.requirements_block.addLayout(self.requirements)


        self.shown_column.addLayout(self.requirements_block)

        self.divider = Rule(self.shown_page)
        self.divider.setObjectName(u"divider")

        self.shown_column.addWidget(self.divider)

        self.areas_block = QVBoxLayout()
        self.areas_block.setObjectName(u"areas_block")
        self.areas_title = QLabel(self.shown_page)
        self.areas_title.setObjectName(u"areas_title")
        self.areas_title.setProperty(u"role", u"header")

        self.areas_block.addWidget(self.areas_title)

        self.area_scale = ScaleBar(self.shown_page)
        self.area_scale.setObjectName(u"area_scale")

        self.areas_block.addWidget(self.area_scale)

        self.areas = QVBoxLayout()
        self.areas.setObjectName(u"areas")

        self.areas_block.addLayout(self.areas)


        self.shown_column.addLayout(self.areas_block)

        self.shown_space = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.shown_column.addItem(self.shown_space)

        self.figures.addWidget(self.shown_page)
        self.hidden_page = QWidget()
        self.hidden_page.setObjectName(u"hidden_page")
        self.hidden_column = QVBoxLayout(self.hidden_page)
        self.hidden_column.setObjectName(u"hidden_column")
        self.hidden_row = QHBoxLayout()
        self.hidden_row.setObjectName(u"hidden_row")
        self.hidden_title = QLabel(self.hidden_page)
        self.hidden_title.setObjectName(u"hidden_title")
        self.hidden_title.setProperty(u"role", u"strong")

        self.hidden_row.addWidget(self.hidden_title)

        self.hidden_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.hidden_row.addItem(self.hidden_gap)

        self.reveal = QPushButton(self.hidden_page)
        self.reveal.setObjectName(u"reveal")
        self.reveal.setProperty(u"look", u"small")

        self.hidden_row.addWidget(self.reveal)


        self.hidden_column.addLayout(self.hidden_row)

        self.filled = QLabel(self.hidden_page)
        self.filled.setObjectName(u"filled")
        self.filled.setProperty(u"role", u"secondary")

        self.hidden_column.addWidget(self.filled)

        self.parts_title = QLabel(self.hidden_page)
        self.parts_title.setObjectName(u"parts_title")
        self.parts_title.setProperty(u"role", u"header")

        self.hidden_column.addWidget(self.parts_title)

        self.parts = QVBoxLayout()
        self.parts.setObjectName(u"parts")

        self.hidden_column.addLayout(self.parts)

        self.hidden_space = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.hidden_column.addItem(self.hidden_space)

        self.figures.addWidget(self.hidden_page)

        self.column.addWidget(self.figures)


        self.retranslateUi(EvaluationScore)
    # setupUi

    def retranslateUi(self, EvaluationScore):
#if QT_CONFIG(accessibility)
        self.targets.setAccessibleName(QCoreApplication.translate("EvaluationScore", u"Sasaran", None))
#endif // QT_CONFIG(accessibility)
        self.areas_title.setText(QCoreApplication.translate("EvaluationScore", u"Capaian area pengungkit", None))
        self.hidden_title.setText(QCoreApplication.translate("EvaluationScore", u"Nilai disembunyikan", None))
        self.reveal.setText(QCoreApplication.translate("EvaluationScore", u"Tampilkan", None))
        self.parts_title.setText(QCoreApplication.translate("EvaluationScore", u"Kelengkapan isian", None))
        pass
    # retranslateUi

