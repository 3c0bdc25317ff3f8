# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'item_evidence.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QLabel,
    QPushButton, QSizePolicy, QSpacerItem, QToolButton,
    QVBoxLayout, QWidget)

from zi_desktop.ui.evidence.drop_area import DropArea
from zi_desktop.ui.evidence.list_view import EvidenceList
from zi_desktop.ui.widgets.labels import ElidedLabel
from zi_desktop.ui.widgets.messages import MessageBar
from zi_desktop.ui.widgets.segments import SegmentedControl
class Ui_ItemEvidence(object):
    def setupUi(self, ItemEvidence):
        if not ItemEvidence.objectName():
            ItemEvidence.setObjectName(u"ItemEvidence")
        self.column = QVBoxLayout(ItemEvidence)
        self.column.setObjectName(u"column")
        self.head = QHBoxLayout()
        self.head.setObjectName(u"head")
        self.title = QLabel(ItemEvidence)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"strong")

        self.head.addWidget(self.title)

        self.count = ElidedLabel(ItemEvidence)
        self.count.setObjectName(u"count")
        self.count.setProperty(u"role", u"small")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.count.sizePolicy().hasHeightForWidth())
        self.count.setSizePolicy(sizePolicy)

        self.head.addWidget(self.count)

        self.add = QPushButton(ItemEvidence)
        self.add.setObjectName(u"add")
        self.add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.add.setProperty(u"look", u"small")

        self.head.addWidget(self.add)

        self.more = QToolButton(ItemEvidence)
        self.more.setObjectName(u"more")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        self.head.addWidget(self.more)


        self.column.addLayout(self.head)

        self.drop = DropArea(ItemEvidence)
        self.drop.setObjectName(u"drop")

        self.column.addWidget(self.drop)

        self.message = MessageBar(ItemEvidence)
        self.message.setObjectName(u"message")

        self.column.addWidget(self.message)

        self.panel = QFrame(ItemEvidence)
        self.panel.setObjectName(u"panel")
        self.panel.setProperty(u"surface", u"panel")
        self.files = QVBoxLayout(self.panel)
        self.files.setObjectName(u"files")
        self.sifted = QHBoxLayout()
        self.sifted.setObjectName(u"sifted")
        self.siftedWords = ElidedLabel(self.panel)
        self.siftedWords.setObjectName(u"siftedWords")
        self.siftedWords.setProperty(u"role", u"small")
        sizePolicy.setHeightForWidth(self.siftedWords.sizePolicy().hasHeightForWidth())
        self.siftedWords.setSizePolicy(sizePolicy)

        self.sifted.addWidget(self.siftedWords)

        self.showAll = QPushButton(self.panel)
        self.showAll.setObjectName(u"showAll")
        self.showAll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.showAll.setProperty(u"look", u"link")

        self.sifted.addWidget(self.showAll)


        self.files.addLayout(self.sifted)

        self.list = EvidenceList(self.panel)
        self.list.setObjectName(u"list")

        self.files.addWidget(self.list)

        self.empty = QLabel(self.panel)
        self.empty.setObjectName(u"empty")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignLeading|Qt.AlignmentFlag.AlignTop)
        self.empty.setProperty(u"role", u"small")

        self.files.addWidget(self.empty)


        self.column.addWidget(self.panel)

        self.foot = QHBoxLayout()
        self.foot.setObjectName(u"foot")
        self.level = SegmentedControl(ItemEvidence)
        self.level.setObjectName(u"level")

        self.foot.addWidget(self.level)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.gap)

        self.inbox = QPushButton(ItemEvidence)
        self.inbox.setObjectName(u"inbox")
        self.inbox.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.inbox.setProperty(u"look", u"link")

        self.foot.addWidget(self.inbox)

        self.keys = QLabel(ItemEvidence)
        self.keys.setObjectName(u"keys")
        self.keys.setText(u"Alt+1\u20133")
        self.keys.setProperty(u"role", u"cap")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.keys.sizePolicy().hasHeightForWidth())
        self.keys.setSizePolicy(sizePolicy1)

        self.foot.addWidget(self.keys)


        self.column.addLayout(self.foot)


        self.retranslateUi(ItemEvidence)
    # setupUi

    def retranslateUi(self, ItemEvidence):
        self.title.setText(QCoreApplication.translate("ItemEvidence", u"Data dukung", None))
        self.add.setText(QCoreApplication.translate("ItemEvidence", u"Tambah\u2026", None))
#if QT_CONFIG(tooltip)
        self.add.setToolTip(QCoreApplication.translate("ItemEvidence", u"Tambah data dukung (Ctrl+U)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(tooltip)
        self.more.setToolTip(QCoreApplication.translate("ItemEvidence", u"Lainnya tentang data dukung", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.more.setAccessibleName(QCoreApplication.translate("ItemEvidence", u"Lainnya tentang data dukung", None))
#endif // QT_CONFIG(accessibility)
        self.showAll.setText(QCoreApplication.translate("ItemEvidence", u"Semua", None))
#if QT_CONFIG(tooltip)
        self.showAll.setToolTip(QCoreApplication.translate("ItemEvidence", u"Tampilkan semua data dukung; filter berikutnya Ctrl+Alt+F", None))
#endif // QT_CONFIG(tooltip)
        self.empty.setText(QCoreApplication.translate("ItemEvidence", u"Belum ada data dukung. Seret berkas ke sini atau tekan Ctrl+U.", None))
#if QT_CONFIG(tooltip)
        self.level.setToolTip(QCoreApplication.translate("ItemEvidence", u"Kecukupan data dukung butir ini; pilihan yang sama sekali lagi mengosongkannya (Alt+1, Alt+2, Alt+3)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.level.setAccessibleName(QCoreApplication.translate("ItemEvidence", u"Kecukupan data dukung", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.inbox.setToolTip(QCoreApplication.translate("ItemEvidence", u"Kotak masuk bukti (Ctrl+Shift+U)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(tooltip)
        self.keys.setToolTip(QCoreApplication.translate("ItemEvidence", u"Kecukupan: Alt+1 cukup, Alt+2 sebagian, Alt+3 tidak ada; sekali lagi mengosongkannya", None))
#endif // QT_CONFIG(tooltip)
        pass
    # retranslateUi

