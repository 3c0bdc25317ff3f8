# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'evidence_folder.ui'
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
    QHeaderView, QLabel, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from zi_desktop.ui.evidence.folder_table import FolderTable
from zi_desktop.ui.evidence.item_field import ItemField
from zi_desktop.ui.widgets.choices import TickBox
from zi_desktop.ui.widgets.labels import ElidedLabel
from zi_desktop.ui.widgets.segments import SegmentedControl
class Ui_EvidenceFolder(object):
    def setupUi(self, EvidenceFolder):
        if not EvidenceFolder.objectName():
            EvidenceFolder.setObjectName(u"EvidenceFolder")
        self.column = QVBoxLayout(EvidenceFolder)
        self.column.setObjectName(u"column")
        self.title = QLabel(EvidenceFolder)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"title")

        self.column.addWidget(self.title)

        self.summary = ElidedLabel(EvidenceFolder)
        self.summary.setObjectName(u"summary")
        self.summary.setProperty(u"role", u"secondary")

        self.column.addWidget(self.summary)

        self.filters = QHBoxLayout()
        self.filters.setObjectName(u"filters")
        self.filter = SegmentedControl(EvidenceFolder)
        self.filter.setObjectName(u"filter")

        self.filters.addWidget(self.filter)

        self.filter_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.filters.addItem(self.filter_gap)


        self.column.addLayout(self.filters)

        self.panel = QFrame(EvidenceFolder)
        self.panel.setObjectName(u"panel")
        self.panel.setProperty(u"surface", u"panel")
        self.table_place = QVBoxLayout(self.panel)
        self.table_place.setObjectName(u"table_place")
        self.table = FolderTable(self.panel)
        self.table.setObjectName(u"table")

        self.table_place.addWidget(self.table)


        self.column.addWidget(self.panel)

        self.placing = QHBoxLayout()
        self.placing.setObjectName(u"placing")
        self.item = ItemField(EvidenceFolder)
        self.item.setObjectName(u"item")

        self.placing.addWidget(self.item)

        self.place = QPushButton(EvidenceFolder)
        self.place.setObjectName(u"place")
        self.place.setAutoDefault(False)

        self.placing.addWidget(self.place)

        self.to_inbox = QPushButton(EvidenceFolder)
        self.to_inbox.setObjectName(u"to_inbox")
        self.to_inbox.setAutoDefault(False)

        self.placing.addWidget(self.to_inbox)


        self.column.addLayout(self.placing)

        self.buttons = QHBoxLayout()
        self.buttons.setObjectName(u"buttons")
        self.note_only = TickBox(EvidenceFolder)
        self.note_only.setObjectName(u"note_only")

        self.buttons.addWidget(self.note_only)

        self.smaller = TickBox(EvidenceFolder)
        self.smaller.setObjectName(u"smaller")

        self.buttons.addWidget(self.smaller)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.gap)

        self.cancel = QPushButton(EvidenceFolder)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)

        self.take = QPushButton(EvidenceFolder)
        self.take.setObjectName(u"take")
        self.take.setAutoDefault(False)
        self.take.setProperty(u"look", u"primary")

        self.buttons.addWidget(self.take)


        self.column.addLayout(self.buttons)


        self.retranslateUi(EvidenceFolder)
    # setupUi

    def retranslateUi(self, EvidenceFolder):
        EvidenceFolder.setWindowTitle(QCoreApplication.translate("EvidenceFolder", u"Folder data dukung", None))
        self.title.setText(QCoreApplication.translate("EvidenceFolder", u"Folder data dukung", None))
#if QT_CONFIG(accessibility)
        self.filter.setAccessibleName(QCoreApplication.translate("EvidenceFolder", u"Berkas yang ditampilkan", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.table.setAccessibleName(QCoreApplication.translate("EvidenceFolder", u"Berkas dan butirnya", None))
#endif // QT_CONFIG(accessibility)
        self.place.setText(QCoreApplication.translate("EvidenceFolder", u"Tetapkan", None))
#if QT_CONFIG(tooltip)
        self.place.setToolTip(QCoreApplication.translate("EvidenceFolder", u"Tetapkan butir untuk baris yang terpilih (Enter)", None))
#endif // QT_CONFIG(tooltip)
        self.to_inbox.setText(QCoreApplication.translate("EvidenceFolder", u"Ke kotak masuk", None))
#if QT_CONFIG(tooltip)
        self.to_inbox.setToolTip(QCoreApplication.translate("EvidenceFolder", u"Kotak masuk untuk baris yang terpilih (Del)", None))
#endif // QT_CONFIG(tooltip)
        self.note_only.setText(QCoreApplication.translate("EvidenceFolder", u"Catat tanpa menyalin", None))
#if QT_CONFIG(tooltip)
        self.note_only.setToolTip(QCoreApplication.translate("EvidenceFolder", u"Hanya nama, ukuran, dan SHA-256 yang disimpan; isinya tetap di tempat asal", None))
#endif // QT_CONFIG(tooltip)
        self.smaller.setText(QCoreApplication.translate("EvidenceFolder", u"Kecilkan foto", None))
#if QT_CONFIG(tooltip)
        self.smaller.setToolTip(QCoreApplication.translate("EvidenceFolder", u"Sisi terpanjang 2048 piksel; SHA-256 aslinya tetap tercatat", None))
#endif // QT_CONFIG(tooltip)
        self.cancel.setText(QCoreApplication.translate("EvidenceFolder", u"Batal", None))
#if QT_CONFIG(tooltip)
        self.take.setToolTip(QCoreApplication.translate("EvidenceFolder", u"Ctrl+Enter", None))
#endif // QT_CONFIG(tooltip)
    # retranslateUi

