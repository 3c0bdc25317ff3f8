# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'item_actions.ui'
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
    QSizePolicy, QSpacerItem, QWidget)
class Ui_ItemActions(object):
    def setupUi(self, ItemActions):
        if not ItemActions.objectName():
            ItemActions.setObjectName(u"ItemActions")
        self.line = QHBoxLayout(ItemActions)
        self.line.setObjectName(u"line")
        self.previous = QPushButton(ItemActions)
        self.previous.setObjectName(u"previous")
        self.previous.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        self.line.addWidget(self.previous)

        self.previous_keys = QLabel(ItemActions)
        self.previous_keys.setObjectName(u"previous_keys")
        self.previous_keys.setText(u"Shift+Enter")
        self.previous_keys.setProperty(u"role", u"cap")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.previous_keys.sizePolicy().hasHeightForWidth())
        self.previous_keys.setSizePolicy(sizePolicy)

        self.line.addWidget(self.previous_keys)

        self.left = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.line.addItem(self.left)

        self.symbol = QLabel(ItemActions)
        self.symbol.setObjectName(u"symbol")

        self.line.addWidget(self.symbol)

        self.open_items = QLabel(ItemActions)
        self.open_items.setObjectName(u"open_items")
        self.open_items.setProperty(u"role", u"secondary")

        self.line.addWidget(self.open_items)

        self.right = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.line.addItem(self.right)

        self.next_keys = QLabel(ItemActions)
        self.next_keys.setObjectName(u"next_keys")
        self.next_keys.setText(u"Enter")
        self.next_keys.setProperty(u"role", u"cap")
        sizePolicy.setHeightForWidth(self.next_keys.sizePolicy().hasHeightForWidth())
        self.next_keys.setSizePolicy(sizePolicy)

        self.line.addWidget(self.next_keys)

        self.next = QPushButton(ItemActions)
        self.next.setObjectName(u"next")
        self.next.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.next.setProperty(u"look", u"primary")

        self.line.addWidget(self.next)


        self.retranslateUi(ItemActions)
    # setupUi

    def retranslateUi(self, ItemActions):
        self.previous.setText(QCoreApplication.translate("ItemActions", u"Sebelumnya", None))
#if QT_CONFIG(tooltip)
        self.previous.setToolTip(QCoreApplication.translate("ItemActions", u"Butir sebelumnya yang belum terisi (Shift+Enter)", None))
#endif // QT_CONFIG(tooltip)
        self.next.setText(QCoreApplication.translate("ItemActions", u"Berikutnya", None))
#if QT_CONFIG(tooltip)
        self.next.setToolTip(QCoreApplication.translate("ItemActions", u"Butir berikutnya yang belum terisi (Enter)", None))
#endif // QT_CONFIG(tooltip)
        pass
    # retranslateUi

