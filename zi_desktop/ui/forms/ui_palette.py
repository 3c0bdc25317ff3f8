# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'palette.ui'
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
from PySide6.QtWidgets import (QApplication, QDialog, QLabel, QListView,
    QSizePolicy, QVBoxLayout, QWidget)

from zi_desktop.ui.widgets.search_field import SearchField
class Ui_Palette(object):
    def setupUi(self, Palette):
        if not Palette.objectName():
            Palette.setObjectName(u"Palette")
        Palette.setProperty(u"surface", u"panel")
        self.column = QVBoxLayout(Palette)
        self.column.setObjectName(u"column")
        self.search = SearchField(Palette)
        self.search.setObjectName(u"search")

        self.column.addWidget(self.search)

        self.commands = QListView(Palette)
        self.commands.setObjectName(u"commands")
        self.commands.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.commands.sizePolicy().hasHeightForWidth())
        self.commands.setSizePolicy(sizePolicy)
        self.commands.setUniformItemSizes(True)
        self.commands.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

        self.column.addWidget(self.commands)

        self.nothing = QLabel(Palette)
        self.nothing.setObjectName(u"nothing")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignLeading|Qt.AlignmentFlag.AlignVCenter)
        self.nothing.setProperty(u"role", u"secondary")

        self.column.addWidget(self.nothing)


        self.retranslateUi(Palette)
    # setupUi

    def retranslateUi(self, Palette):
        Palette.setWindowTitle(QCoreApplication.translate("Palette", u"Perintah", None))
        self.search.setPlaceholderText(QCoreApplication.translate("Palette", u"Ketik perintah", None))
#if QT_CONFIG(accessibility)
        self.search.setAccessibleName(QCoreApplication.translate("Palette", u"Cari perintah", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.commands.setAccessibleName(QCoreApplication.translate("Palette", u"Perintah yang cocok", None))
#endif // QT_CONFIG(accessibility)
        self.nothing.setText(QCoreApplication.translate("Palette", u"Tidak ada perintah yang cocok.", None))
    # retranslateUi

