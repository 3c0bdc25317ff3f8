# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'item_heading.ui'
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
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QLabel, QSizePolicy,
    QToolButton, QVBoxLayout, QWidget)

from zi_desktop.ui.evaluation.item.breadcrumb import Breadcrumb
from zi_desktop.ui.evaluation.item.fact_line import FactLine
from zi_desktop.ui.evaluation.item.mark_button import MarkButton
class Ui_ItemHeading(object):
    def setupUi(self, ItemHeading):
        if not ItemHeading.objectName():
            ItemHeading.setObjectName(u"ItemHeading")
        self.column = QVBoxLayout(ItemHeading)
        self.column.setObjectName(u"column")
        self.above = QHBoxLayout()
        self.above.setObjectName(u"above")
        self.crumbs = Breadcrumb(ItemHeading)
        self.crumbs.setObjectName(u"crumbs")

        self.above.addWidget(self.crumbs)

        self.place = QLabel(ItemHeading)
        self.place.setObjectName(u"place")
        self.place.setProperty(u"role", u"small")

        self.above.addWidget(self.place)


        self.column.addLayout(self.above)

        self.question = QLabel(ItemHeading)
        self.question.setObjectName(u"question")
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        self.question.setWordWrap(True)
        self.question.setProperty(u"role", u"question")

        self.column.addWidget(self.question)

        self.below = QHBoxLayout()
        self.below.setObjectName(u"below")
        self.facts = FactLine(ItemHeading)
        self.facts.setObjectName(u"facts")

        self.below.addWidget(self.facts)

        self.guidance = QToolButton(ItemHeading)
        self.guidance.setObjectName(u"guidance")
        self.guidance.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.guidance.setCheckable(True)
        self.guidance.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        self.below.addWidget(self.guidance)

        self.mark = MarkButton(ItemHeading)
        self.mark.setObjectName(u"mark")
        self.mark.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.mark.setCheckable(True)
        self.mark.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        self.below.addWidget(self.mark)


        self.column.addLayout(self.below)


        self.retranslateUi(ItemHeading)
    # setupUi

    def retranslateUi(self, ItemHeading):
        self.guidance.setText(QCoreApplication.translate("ItemHeading", u"Petunjuk", None))
#if QT_CONFIG(tooltip)
        self.guidance.setToolTip(QCoreApplication.translate("ItemHeading", u"Tampilkan atau sembunyikan petunjuk butir (F1)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(tooltip)
        self.mark.setToolTip(QCoreApplication.translate("ItemHeading", u"Tandai untuk dibahas (Ctrl+B)", None))
#endif // QT_CONFIG(tooltip)
        pass
    # retranslateUi

