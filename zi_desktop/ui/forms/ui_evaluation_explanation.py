# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'evaluation_explanation.ui'
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
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QLabel,
    QListView, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

from zi_desktop.ui.widgets.labels import ElidedLabel
class Ui_EvaluationExplanation(object):
    def setupUi(self, EvaluationExplanation):
        if not EvaluationExplanation.objectName():
            EvaluationExplanation.setObjectName(u"EvaluationExplanation")
        self.column = QVBoxLayout(EvaluationExplanation)
        self.column.setObjectName(u"column")
        self.above = ElidedLabel(EvaluationExplanation)
        self.above.setObjectName(u"above")
        self.above.setProperty(u"role", u"small")

        self.column.addWidget(self.above)

        self.title_row = QHBoxLayout()
        self.title_row.setObjectName(u"title_row")
        self.title = QLabel(EvaluationExplanation)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)
        self.title.setProperty(u"role", u"question")

        self.title_row.addWidget(self.title)

        self.figure = QLabel(EvaluationExplanation)
        self.figure.setObjectName(u"figure")
        self.figure.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTop)
        self.figure.setProperty(u"role", u"figure")

        self.title_row.addWidget(self.figure)

        self.title_row.setStretch(0, 1)

        self.column.addLayout(self.title_row)

        self.words = QLabel(EvaluationExplanation)
        self.words.setObjectName(u"words")
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.column.addWidget(self.words)

        self.parts_title = QLabel(EvaluationExplanation)
        self.parts_title.setObjectName(u"parts_title")
        self.parts_title.setProperty(u"role", u"header")

        self.column.addWidget(self.parts_title)

        self.parts = QListView(EvaluationExplanation)
        self.parts.setObjectName(u"parts")
        self.parts.setUniformItemSizes(True)
        self.parts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(1)
        sizePolicy.setHeightForWidth(self.parts.sizePolicy().hasHeightForWidth())
        self.parts.setSizePolicy(sizePolicy)

        self.column.addWidget(self.parts)

        self.space = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.space)

        self.buttons = QHBoxLayout()
        self.buttons.setObjectName(u"buttons")
        self.back = QPushButton(EvaluationExplanation)
        self.back.setObjectName(u"back")
        self.back.setAutoDefault(False)

        self.buttons.addWidget(self.back)

        self.back_key = QLabel(EvaluationExplanation)
        self.back_key.setObjectName(u"back_key")
        self.back_key.setText(u"Backspace")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.back_key.sizePolicy().hasHeightForWidth())
        self.back_key.setSizePolicy(sizePolicy1)
        self.back_key.setProperty(u"role", u"cap")

        self.buttons.addWidget(self.back_key)

        self.button_space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.button_space)

        self.close_key = QLabel(EvaluationExplanation)
        self.close_key.setObjectName(u"close_key")
        self.close_key.setText(u"Esc")
        sizePolicy1.setHeightForWidth(self.close_key.sizePolicy().hasHeightForWidth())
        self.close_key.setSizePolicy(sizePolicy1)
        self.close_key.setProperty(u"role", u"cap")

        self.buttons.addWidget(self.close_key)

        self.close_button = QPushButton(EvaluationExplanation)
        self.close_button.setObjectName(u"close_button")
        self.close_button.setAutoDefault(False)

        self.buttons.addWidget(self.close_button)


        self.column.addLayout(self.buttons)


        self.retranslateUi(EvaluationExplanation)
    # setupUi

    def retranslateUi(self, EvaluationExplanation):
        EvaluationExplanation.setWindowTitle(QCoreApplication.translate("EvaluationExplanation", u"Bagaimana angka ini?", None))
        self.parts_title.setText(QCoreApplication.translate("EvaluationExplanation", u"Berasal dari", None))
#if QT_CONFIG(accessibility)
        self.parts.setAccessibleName(QCoreApplication.translate("EvaluationExplanation", u"Berasal dari", None))
#endif // QT_CONFIG(accessibility)
        self.back.setText(QCoreApplication.translate("EvaluationExplanation", u"Kembali", None))
        self.close_button.setText(QCoreApplication.translate("EvaluationExplanation", u"Tutup", None))
    # retranslateUi

