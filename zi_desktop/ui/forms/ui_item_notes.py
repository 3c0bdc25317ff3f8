# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'item_notes.ui'
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
    QSpacerItem, QToolButton, QVBoxLayout, QWidget)

from zi_desktop.ui.evaluation.item.note_field import NoteField
from zi_desktop.ui.evaluation.item.register_list import RegisterList
from zi_desktop.ui.widgets.labels import ElidedLabel
class Ui_ItemNotes(object):
    def setupUi(self, ItemNotes):
        if not ItemNotes.objectName():
            ItemNotes.setObjectName(u"ItemNotes")
        self.column = QVBoxLayout(ItemNotes)
        self.column.setObjectName(u"column")
        self.note_head = QHBoxLayout()
        self.note_head.setObjectName(u"note_head")
        self.note_title = QLabel(ItemNotes)
        self.note_title.setObjectName(u"note_title")
        self.note_title.setProperty(u"role", u"strong")

        self.note_head.addWidget(self.note_title)

        self.note_hint = ElidedLabel(ItemNotes)
        self.note_hint.setObjectName(u"note_hint")
        self.note_hint.setProperty(u"role", u"small")

        self.note_head.addWidget(self.note_hint)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.note_head.addItem(self.gap)

        self.internal_switch = QToolButton(ItemNotes)
        self.internal_switch.setObjectName(u"internal_switch")
        self.internal_switch.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.internal_switch.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        self.note_head.addWidget(self.internal_switch)

        self.switch_keys = QLabel(ItemNotes)
        self.switch_keys.setObjectName(u"switch_keys")
        self.switch_keys.setText(u"Ctrl+Shift+M")
        self.switch_keys.setProperty(u"role", u"cap")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.switch_keys.sizePolicy().hasHeightForWidth())
        self.switch_keys.setSizePolicy(sizePolicy)

        self.note_head.addWidget(self.switch_keys)

        self.note_keys = QLabel(ItemNotes)
        self.note_keys.setObjectName(u"note_keys")
        self.note_keys.setText(u"Ctrl+M")
        self.note_keys.setProperty(u"role", u"cap")
        sizePolicy.setHeightForWidth(self.note_keys.sizePolicy().hasHeightForWidth())
        self.note_keys.setSizePolicy(sizePolicy)

        self.note_head.addWidget(self.note_keys)


        self.column.addLayout(self.note_head)

        self.note_others = RegisterList(ItemNotes)
        self.note_others.setObjectName(u"note_others")

        self.column.addWidget(self.note_others)

        self.note = NoteField(ItemNotes)
        self.note.setObjectName(u"note")

        self.column.addWidget(self.note)

        self.internal_head = QWidget(ItemNotes)
        self.internal_head.setObjectName(u"internal_head")
        self.internal_line = QHBoxLayout(self.internal_head)
        self.internal_line.setObjectName(u"internal_line")
        self.internal_line.setContentsMargins(0, 0, 0, 0)
        self.padlock = QLabel(self.internal_head)
        self.padlock.setObjectName(u"padlock")

        self.internal_line.addWidget(self.padlock)

        self.internal_title = QLabel(self.internal_head)
        self.internal_title.setObjectName(u"internal_title")
        self.internal_title.setProperty(u"role", u"mark")

        self.internal_line.addWidget(self.internal_title)

        self.internal_hint = ElidedLabel(self.internal_head)
        self.internal_hint.setObjectName(u"internal_hint")
        self.internal_hint.setProperty(u"role", u"small")

        self.internal_line.addWidget(self.internal_hint)

        self.internal_keys = QLabel(self.internal_head)
        self.internal_keys.setObjectName(u"internal_keys")
        self.internal_keys.setText(u"Ctrl+Shift+M")
        self.internal_keys.setProperty(u"role", u"cap")
        sizePolicy.setHeightForWidth(self.internal_keys.sizePolicy().hasHeightForWidth())
        self.internal_keys.setSizePolicy(sizePolicy)

        self.internal_line.addWidget(self.internal_keys)


        self.column.addWidget(self.internal_head)

        self.internal_others = RegisterList(ItemNotes)
        self.internal_others.setObjectName(u"internal_others")

        self.column.addWidget(self.internal_others)

        self.internal = NoteField(ItemNotes)
        self.internal.setObjectName(u"internal")

        self.column.addWidget(self.internal)


        self.retranslateUi(ItemNotes)
    # setupUi

    def retranslateUi(self, ItemNotes):
        self.note_title.setText(QCoreApplication.translate("ItemNotes", u"Catatan TPI", None))
        self.note_hint.setText(QCoreApplication.translate("ItemNotes", u"tercetak pada kertas kerja", None))
        self.internal_switch.setText(QCoreApplication.translate("ItemNotes", u"Internal tim", None))
#if QT_CONFIG(accessibility)
        self.note.setAccessibleName(QCoreApplication.translate("ItemNotes", u"Catatan TPI", None))
#endif // QT_CONFIG(accessibility)
        self.internal_title.setText(QCoreApplication.translate("ItemNotes", u"Catatan internal tim", None))
#if QT_CONFIG(tooltip)
        self.internal_title.setToolTip(QCoreApplication.translate("ItemNotes", u"Tidak pernah dicetak", None))
#endif // QT_CONFIG(tooltip)
        self.internal_hint.setText(QCoreApplication.translate("ItemNotes", u"tidak pernah dicetak", None))
#if QT_CONFIG(accessibility)
        self.internal.setAccessibleName(QCoreApplication.translate("ItemNotes", u"Catatan internal tim", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

