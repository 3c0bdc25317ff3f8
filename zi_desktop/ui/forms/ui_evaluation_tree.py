# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'evaluation_tree.ui'
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
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QHeaderView, QLabel,
    QSizePolicy, QVBoxLayout, QWidget)

from zi_desktop.ui.evaluation.tree_view import QuestionTree
from zi_desktop.ui.widgets.bars import ScoreBar
from zi_desktop.ui.widgets.empty import EmptyLine
from zi_desktop.ui.widgets.hairline import Rule
from zi_desktop.ui.widgets.search_field import SearchField
from zi_desktop.ui.widgets.segments import SegmentedControl
class Ui_EvaluationTree(object):
    def setupUi(self, EvaluationTree):
        if not EvaluationTree.objectName():
            EvaluationTree.setObjectName(u"EvaluationTree")
        self.column = QVBoxLayout(EvaluationTree)
        self.column.setObjectName(u"column")
        self.head = QWidget(EvaluationTree)
        self.head.setObjectName(u"head")
        self.head.setProperty(u"surface", u"plain")
        self.head_column = QVBoxLayout(self.head)
        self.head_column.setObjectName(u"head_column")
        self.head_column.setContentsMargins(0, 0, 0, 0)
        self.search = SearchField(self.head)
        self.search.setObjectName(u"search")

        self.head_column.addWidget(self.search)

        self.filters = SegmentedControl(self.head)
        self.filters.setObjectName(u"filters")

        self.head_column.addWidget(self.filters)


        self.column.addWidget(self.head)

        self.line_above = Rule(EvaluationTree)
        self.line_above.setObjectName(u"line_above")

        self.column.addWidget(self.line_above)

        self.columns = QWidget(EvaluationTree)
        self.columns.setObjectName(u"columns")
        self.columns.setProperty(u"surface", u"raised")
        self.columns_row = QHBoxLayout(self.columns)
        self.columns_row.setObjectName(u"columns_row")
        self.columns_row.setContentsMargins(0, 0, 0, 0)
        self.title_column = QLabel(self.columns)
        self.title_column.setObjectName(u"title_column")
        self.title_column.setProperty(u"role", u"header")

        self.columns_row.addWidget(self.title_column)

        self.score_column = QLabel(self.columns)
        self.score_column.setObjectName(u"score_column")
        self.score_column.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)
        self.score_column.setProperty(u"role", u"header")

        self.columns_row.addWidget(self.score_column)


        self.column.addWidget(self.columns)

        self.line_below = Rule(EvaluationTree)
        self.line_below.setObjectName(u"line_below")

        self.column.addWidget(self.line_below)

        self.tree = QuestionTree(EvaluationTree)
        self.tree.setObjectName(u"tree")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(1)
        sizePolicy.setHeightForWidth(self.tree.sizePolicy().hasHeightForWidth())
        self.tree.setSizePolicy(sizePolicy)

        self.column.addWidget(self.tree)

        self.nothing = EmptyLine(EvaluationTree)
        self.nothing.setObjectName(u"nothing")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(1)
        sizePolicy1.setHeightForWidth(self.nothing.sizePolicy().hasHeightForWidth())
        self.nothing.setSizePolicy(sizePolicy1)

        self.column.addWidget(self.nothing)

        self.line_foot = Rule(EvaluationTree)
        self.line_foot.setObjectName(u"line_foot")

        self.column.addWidget(self.line_foot)

        self.foot = QWidget(EvaluationTree)
        self.foot.setObjectName(u"foot")
        self.foot.setProperty(u"surface", u"plain")
        self.foot_column = QVBoxLayout(self.foot)
        self.foot_column.setObjectName(u"foot_column")
        self.foot_column.setContentsMargins(0, 0, 0, 0)
        self.foot_row = QHBoxLayout()
        self.foot_row.setObjectName(u"foot_row")
        self.filled = QLabel(self.foot)
        self.filled.setObjectName(u"filled")
        self.filled.setProperty(u"role", u"mark")

        self.foot_row.addWidget(self.filled)

        self.share = QLabel(self.foot)
        self.share.setObjectName(u"share")
        self.share.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)
        self.share.setProperty(u"role", u"small")

        self.foot_row.addWidget(self.share)


        self.foot_column.addLayout(self.foot_row)

        self.filled_bar = ScoreBar(self.foot)
        self.filled_bar.setObjectName(u"filled_bar")

        self.foot_column.addWidget(self.filled_bar)


        self.column.addWidget(self.foot)


        self.retranslateUi(EvaluationTree)
    # setupUi

    def retranslateUi(self, EvaluationTree):
        self.search.setPlaceholderText(QCoreApplication.translate("EvaluationTree", u"Cari butir atau kode", None))
#if QT_CONFIG(accessibility)
        self.search.setAccessibleName(QCoreApplication.translate("EvaluationTree", u"Cari butir atau kode", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.filters.setAccessibleName(QCoreApplication.translate("EvaluationTree", u"Saring butir", None))
#endif // QT_CONFIG(accessibility)
        self.title_column.setText(QCoreApplication.translate("EvaluationTree", u"Komponen", None))
        pass
    # retranslateUi

