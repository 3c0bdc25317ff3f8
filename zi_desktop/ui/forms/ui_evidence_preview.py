# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'evidence_preview.ui'
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
    QPushButton, QSizePolicy, QSpacerItem, QStackedWidget,
    QVBoxLayout, QWidget)

from zi_desktop.ui.evidence.picture_view import PictureView
from zi_desktop.ui.widgets.labels import ElidedLabel
from zi_desktop.ui.widgets.segments import SegmentedControl
class Ui_EvidencePreview(object):
    def setupUi(self, EvidencePreview):
        if not EvidencePreview.objectName():
            EvidencePreview.setObjectName(u"EvidencePreview")
        self.column = QVBoxLayout(EvidencePreview)
        self.column.setObjectName(u"column")
        self.head = QHBoxLayout()
        self.head.setObjectName(u"head")
        self.name = ElidedLabel(EvidencePreview)
        self.name.setObjectName(u"name")
        self.name.setProperty(u"role", u"title")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.name.sizePolicy().hasHeightForWidth())
        self.name.setSizePolicy(sizePolicy)

        self.head.addWidget(self.name)

        self.position = QLabel(EvidencePreview)
        self.position.setObjectName(u"position")
        self.position.setProperty(u"role", u"small")

        self.head.addWidget(self.position)


        self.column.addLayout(self.head)

        self.details = QLabel(EvidencePreview)
        self.details.setObjectName(u"details")
        self.details.setProperty(u"role", u"small")

        self.column.addWidget(self.details)

        self.warnings = QLabel(EvidencePreview)
        self.warnings.setObjectName(u"warnings")
        self.warnings.setWordWrap(True)
        self.warnings.setProperty(u"role", u"small")

        self.column.addWidget(self.warnings)

        self.sight = QStackedWidget(EvidencePreview)
        self.sight.setObjectName(u"sight")
        self.picture = PictureView()
        self.picture.setObjectName(u"picture")
        self.sight.addWidget(self.picture)
        self.paper = QWidget()
        self.paper.setObjectName(u"paper")
        self.paper_place = QVBoxLayout(self.paper)
        self.paper_place.setObjectName(u"paper_place")
        self.sight.addWidget(self.paper)

        self.column.addWidget(self.sight)

        self.buttons = QHBoxLayout()
        self.buttons.setObjectName(u"buttons")
        self.state = SegmentedControl(EvidencePreview)
        self.state.setObjectName(u"state")

        self.buttons.addWidget(self.state)

        self.state_keys = QLabel(EvidencePreview)
        self.state_keys.setObjectName(u"state_keys")
        self.state_keys.setText(u"S K T")
        self.state_keys.setProperty(u"role", u"cap")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.state_keys.sizePolicy().hasHeightForWidth())
        self.state_keys.setSizePolicy(sizePolicy1)

        self.buttons.addWidget(self.state_keys)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.gap)

        self.outside_keys = QLabel(EvidencePreview)
        self.outside_keys.setObjectName(u"outside_keys")
        self.outside_keys.setText(u"Ctrl+O")
        self.outside_keys.setProperty(u"role", u"cap")
        sizePolicy1.setHeightForWidth(self.outside_keys.sizePolicy().hasHeightForWidth())
        self.outside_keys.setSizePolicy(sizePolicy1)

        self.buttons.addWidget(self.outside_keys)

        self.outside = QPushButton(EvidencePreview)
        self.outside.setObjectName(u"outside")
        self.outside.setAutoDefault(False)

        self.buttons.addWidget(self.outside)

        self.step_keys = QLabel(EvidencePreview)
        self.step_keys.setObjectName(u"step_keys")
        self.step_keys.setText(u"\u2190 \u2192")
        self.step_keys.setProperty(u"role", u"cap")
        sizePolicy1.setHeightForWidth(self.step_keys.sizePolicy().hasHeightForWidth())
        self.step_keys.setSizePolicy(sizePolicy1)

        self.buttons.addWidget(self.step_keys)

        self.before = QPushButton(EvidencePreview)
        self.before.setObjectName(u"before")
        self.before.setAutoDefault(False)

        self.buttons.addWidget(self.before)

        self.after = QPushButton(EvidencePreview)
        self.after.setObjectName(u"after")
        self.after.setAutoDefault(False)

        self.buttons.addWidget(self.after)

        self.close_keys = QLabel(EvidencePreview)
        self.close_keys.setObjectName(u"close_keys")
        self.close_keys.setText(u"Esc")
        self.close_keys.setProperty(u"role", u"cap")
        sizePolicy1.setHeightForWidth(self.close_keys.sizePolicy().hasHeightForWidth())
        self.close_keys.setSizePolicy(sizePolicy1)

        self.buttons.addWidget(self.close_keys)

        self.close = QPushButton(EvidencePreview)
        self.close.setObjectName(u"close")
        self.close.setAutoDefault(False)

        self.buttons.addWidget(self.close)


        self.column.addLayout(self.buttons)


        self.retranslateUi(EvidencePreview)
    # setupUi

    def retranslateUi(self, EvidencePreview):
        EvidencePreview.setWindowTitle(QCoreApplication.translate("EvidencePreview", u"Data dukung", None))
#if QT_CONFIG(accessibility)
        self.state.setAccessibleName(QCoreApplication.translate("EvidencePreview", u"Keadaan data dukung", None))
#endif // QT_CONFIG(accessibility)
        self.outside.setText(QCoreApplication.translate("EvidencePreview", u"Buka dengan program lain", None))
#if QT_CONFIG(tooltip)
        self.outside.setToolTip(QCoreApplication.translate("EvidencePreview", u"Buka salinannya dengan program lain (Ctrl+O)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(tooltip)
        self.before.setToolTip(QCoreApplication.translate("EvidencePreview", u"Berkas sebelumnya (\u2190)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.before.setAccessibleName(QCoreApplication.translate("EvidencePreview", u"Berkas sebelumnya", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.after.setToolTip(QCoreApplication.translate("EvidencePreview", u"Berkas berikutnya (\u2192)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.after.setAccessibleName(QCoreApplication.translate("EvidencePreview", u"Berkas berikutnya", None))
#endif // QT_CONFIG(accessibility)
        self.close.setText(QCoreApplication.translate("EvidencePreview", u"Tutup", None))
    # retranslateUi

