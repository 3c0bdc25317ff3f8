# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'evidence_inbox.ui'
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
from PySide6.QtWidgets import (QApplication, QDialog, QFrame, QHBoxLayout,
    QLabel, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

from zi_desktop.ui.evidence.item_field import ItemField
from zi_desktop.ui.evidence.list_view import EvidenceList
class Ui_EvidenceInbox(object):
    def setupUi(self, EvidenceInbox):
        if not EvidenceInbox.objectName():
            EvidenceInbox.setObjectName(u"EvidenceInbox")
        self.column = QVBoxLayout(EvidenceInbox)
        self.column.setObjectName(u"column")
        self.head = QHBoxLayout()
        self.head.setObjectName(u"head")
        self.title = QLabel(EvidenceInbox)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"title")

        self.head.addWidget(self.title)

        self.count = QLabel(EvidenceInbox)
        self.count.setObjectName(u"count")
        self.count.setProperty(u"role", u"small")

        self.head.addWidget(self.count)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.gap)

        self.add = QPushButton(EvidenceInbox)
        self.add.setObjectName(u"add")
        self.add.setAutoDefault(False)
        self.add.setProperty(u"look", u"small")

        self.head.addWidget(self.add)


        self.column.addLayout(self.head)

        self.words = QLabel(EvidenceInbox)
        self.words.setObjectName(u"words")
        self.words.setWordWrap(True)
        self.words.setProperty(u"role", u"secondary")

        self.column.addWidget(self.words)

        self.panel = QFrame(EvidenceInbox)
        self.panel.setObjectName(u"panel")
        self.panel.setProperty(u"surface", u"panel")
        self.files = QVBoxLayout(self.panel)
        self.files.setObjectName(u"files")
        self.list = EvidenceList(self.panel)
        self.list.setObjectName(u"list")

        self.files.addWidget(self.list)

        self.empty = QLabel(self.panel)
        self.empty.setObjectName(u"empty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignLeading|Qt.AlignmentFlag.AlignTop)
        self.empty.setProperty(u"role", u"secondary")

        self.files.addWidget(self.empty)


        self.column.addWidget(self.panel)

        self.assigning = QHBoxLayout()
        self.assigning.setObjectName(u"assigning")
        self.item = ItemField(EvidenceInbox)
        self.item.setObjectName(u"item")

        self.assigning.addWidget(self.item)

        self.assign = QPushButton(EvidenceInbox)
        self.assign.setObjectName(u"assign")
        self.assign.setAutoDefault(False)
        self.assign.setProperty(u"look", u"primary")

        self.assigning.addWidget(self.assign)

        self.assign_keys = QLabel(EvidenceInbox)
        self.assign_keys.setObjectName(u"assign_keys")
        self.assign_keys.setText(u"Ctrl+Enter")
        self.assign_keys.setProperty(u"role", u"cap")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.assign_keys.sizePolicy().hasHeightForWidth())
        self.assign_keys.setSizePolicy(sizePolicy)

        self.assigning.addWidget(self.assign_keys)

        self.close = QPushButton(EvidenceInbox)
        self.close.setObjectName(u"close")
        self.close.setAutoDefault(False)

        self.assigning.addWidget(self.close)


        self.column.addLayout(self.assigning)


        self.retranslateUi(EvidenceInbox)
    # setupUi

    def retranslateUi(self, EvidenceInbox):
        EvidenceInbox.setWindowTitle(QCoreApplication.translate("EvidenceInbox", u"Kotak masuk bukti", None))
        self.title.setText(QCoreApplication.translate("EvidenceInbox", u"Kotak masuk bukti", None))
        self.add.setText(QCoreApplication.translate("EvidenceInbox", u"Tambah\u2026", None))
        self.words.setText(QCoreApplication.translate("EvidenceInbox", u"Berkas yang belum ditautkan ke butir. Satu berkas dapat membuktikan beberapa butir.", None))
        self.empty.setText(QCoreApplication.translate("EvidenceInbox", u"Kotak masuk kosong.", None))
        self.assign.setText(QCoreApplication.translate("EvidenceInbox", u"Tautkan", None))
#if QT_CONFIG(tooltip)
        self.assign.setToolTip(QCoreApplication.translate("EvidenceInbox", u"Tautkan berkas yang terpilih ke butir (Ctrl+Enter)", None))
#endif // QT_CONFIG(tooltip)
        self.close.setText(QCoreApplication.translate("EvidenceInbox", u"Tutup", None))
    # retranslateUi

