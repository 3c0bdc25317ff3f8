# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'signing_signers.ui'
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
    QPushButton, QScrollArea, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

from zi_desktop.ui.signing.passphrase_field import PassphraseField
from zi_desktop.ui.signing.signers_list import SignersList
from zi_desktop.ui.widgets.choices import (ChoiceField, TickBox)
from zi_desktop.ui.widgets.empty import EmptyLine
from zi_desktop.ui.widgets.hairline import Rule
from zi_desktop.ui.widgets.icon_label import IconLabel
from zi_desktop.ui.widgets.labels import ElidedLabel
from zi_desktop.ui.widgets.messages import MessageBar
class Ui_SigningSigners(object):
    def setupUi(self, SigningSigners):
        if not SigningSigners.objectName():
            SigningSigners.setObjectName(u"SigningSigners")
        SigningSigners.setProperty(u"surface", u"plain")
        self.column = QVBoxLayout(SigningSigners)
        self.column.setObjectName(u"column")
        self.head = QFrame(SigningSigners)
        self.head.setObjectName(u"head")
        self.headRow = QHBoxLayout(self.head)
        self.headRow.setObjectName(u"headRow")
        self.title = QLabel(self.head)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"title")

        self.headRow.addWidget(self.title)

        self.headGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.headRow.addItem(self.headGap)

        self.count = QLabel(self.head)
        self.count.setObjectName(u"count")
        self.count.setProperty(u"role", u"secondary")

        self.headRow.addWidget(self.count)


        self.column.addWidget(self.head)

        self.rule = Rule(SigningSigners)
        self.rule.setObjectName(u"rule")

        self.column.addWidget(self.rule)

        self.scroll = QScrollArea(SigningSigners)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inner = QFrame()
        self.inner.setObjectName(u"inner")
        self.inner.setProperty(u"surface", u"plain")
        self.innerColumn = QVBoxLayout(self.inner)
        self.innerColumn.setObjectName(u"innerColumn")
        self.signers = SignersList(self.inner)
        self.signers.setObjectName(u"signers")

        self.innerColumn.addWidget(self.signers)

        self.nobody = EmptyLine(self.inner)
        self.nobody.setObjectName(u"nobody")

        self.innerColumn.addWidget(self.nobody)

        self.certificate = QFrame(self.inner)
        self.certificate.setObjectName(u"certificate")
        self.certificateColumn = QVBoxLayout(self.certificate)
        self.certificateColumn.setObjectName(u"certificateColumn")
        self.certificateRow = QHBoxLayout()
        self.certificateRow.setObjectName(u"certificateRow")
        self.certificateLabel = QLabel(self.certificate)
        self.certificateLabel.setObjectName(u"certificateLabel")
        self.certificateLabel.setProperty(u"role", u"strong")

        self.certificateRow.addWidget(self.certificateLabel)

        self.certificateGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.certificateRow.addItem(self.certificateGap)

        self.choose = QPushButton(self.certificate)
        self.choose.setObjectName(u"choose")
        self.choose.setProperty(u"look", u"link")
        self.choose.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        self.certificateRow.addWidget(self.choose)


        self.certificateColumn.addLayout(self.certificateRow)

        self.key = ChoiceField(self.certificate)
        self.key.setObjectName(u"key")

        self.certificateColumn.addWidget(self.key)

        self.keyRow = QHBoxLayout()
        self.keyRow.setObjectName(u"keyRow")
        self.keyIcon = IconLabel(self.certificate)
        self.keyIcon.setObjectName(u"keyIcon")

        self.keyRow.addWidget(self.keyIcon)

        self.keyWords = ElidedLabel(self.certificate)
        self.keyWords.setObjectName(u"keyWords")
        self.keyWords.setProperty(u"role", u"small")

        self.keyRow.addWidget(self.keyWords)

        self.keyWay = QPushButton(self.certificate)
        self.keyWay.setObjectName(u"keyWay")
        self.keyWay.setProperty(u"look", u"link")
        self.keyWay.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        self.keyRow.addWidget(self.keyWay)

        self.keyRow.setStretch(1, 1)

        self.certificateColumn.addLayout(self.keyRow)

        self.reasonPart = QFrame(self.certificate)
        self.reasonPart.setObjectName(u"reasonPart")
        self.reasonColumn = QVBoxLayout(self.reasonPart)
        self.reasonColumn.setObjectName(u"reasonColumn")
        self.reasonLabel = QLabel(self.reasonPart)
        self.reasonLabel.setObjectName(u"reasonLabel")
        self.reasonLabel.setProperty(u"role", u"strong")

        self.reasonColumn.addWidget(self.reasonLabel)

        self.reason = ElidedLabel(self.reasonPart)
        self.reason.setObjectName(u"reason")
        self.reason.setProperty(u"role", u"secondary")

        self.reasonColumn.addWidget(self.reason)


        self.certificateColumn.addWidget(self.reasonPart)


        self.innerColumn.addWidget(self.certificate)

        self.secret = QFrame(self.inner)
        self.secret.setObjectName(u"secret")
        self.secretColumn = QVBoxLayout(self.secret)
        self.secretColumn.setObjectName(u"secretColumn")
        self.passphraseRow = QHBoxLayout()
        self.passphraseRow.setObjectName(u"passphraseRow")
        self.passphraseLabel = QLabel(self.secret)
        self.passphraseLabel.setObjectName(u"passphraseLabel")
        self.passphraseLabel.setProperty(u"role", u"strong")

        self.passphraseRow.addWidget(self.passphraseLabel)

        self.passphraseGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.passphraseRow.addItem(self.passphraseGap)

        self.forgotten = QPushButton(self.secret)
        self.forgotten.setObjectName(u"forgotten")
        self.forgotten.setProperty(u"look", u"link")
        self.forgotten.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        self.passphraseRow.addWidget(self.forgotten)


        self.secretColumn.addLayout(self.passphraseRow)

        self.passphrase = PassphraseField(self.secret)
        self.passphrase.setObjectName(u"passphrase")

        self.secretColumn.addWidget(self.passphrase)

        self.read = TickBox(self.secret)
        self.read.setObjectName(u"read")

        self.secretColumn.addWidget(self.read)


        self.innerColumn.addWidget(self.secret)

        self.innerGap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.innerColumn.addItem(self.innerGap)

        self.scroll.setWidget(self.inner)

        self.column.addWidget(self.scroll)

        self.foot = QFrame(SigningSigners)
        self.foot.setObjectName(u"foot")
        self.footColumn = QVBoxLayout(self.foot)
        self.footColumn.setObjectName(u"footColumn")
        self.message = MessageBar(self.foot)
        self.message.setObjectName(u"message")

        self.footColumn.addWidget(self.message)

        self.sign = QPushButton(self.foot)
        self.sign.setObjectName(u"sign")
        self.sign.setProperty(u"look", u"primary")
        self.sign.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        self.footColumn.addWidget(self.sign)

        self.doneRow = QHBoxLayout()
        self.doneRow.setObjectName(u"doneRow")
        self.folder = QPushButton(self.foot)
        self.folder.setObjectName(u"folder")
        self.folder.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        self.doneRow.addWidget(self.folder)

        self.copy = QPushButton(self.foot)
        self.copy.setObjectName(u"copy")
        self.copy.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        self.doneRow.addWidget(self.copy)

        self.doneRow.setStretch(0, 1)
        self.doneRow.setStretch(1, 1)

        self.footColumn.addLayout(self.doneRow)

        self.form = QLabel(self.foot)
        self.form.setObjectName(u"form")
        self.form.setProperty(u"role", u"small")
        self.form.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.footColumn.addWidget(self.form)


        self.column.addWidget(self.foot)

        self.column.setStretch(2, 1)
#if QT_CONFIG(shortcut)
        self.certificateLabel.setBuddy(self.key)
        self.passphraseLabel.setBuddy(self.passphrase)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(SigningSigners)
    # setupUi

    def retranslateUi(self, SigningSigners):
        self.title.setText(QCoreApplication.translate("SigningSigners", u"Penanda tangan", None))
        self.certificateLabel.setText(QCoreApplication.translate("SigningSigners", u"Sertifikat", None))
        self.choose.setText(QCoreApplication.translate("SigningSigners", u"Pilih berkas\u2026", None))
        self.reasonLabel.setText(QCoreApplication.translate("SigningSigners", u"Alasan dan tempat", None))
        self.passphraseLabel.setText(QCoreApplication.translate("SigningSigners", u"Passphrase", None))
        self.forgotten.setText(QCoreApplication.translate("SigningSigners", u"Lupa passphrase\u2026", None))
        self.passphrase.setPlaceholderText(QCoreApplication.translate("SigningSigners", u"Diminta setiap kali, tidak disimpan", None))
        self.read.setText(QCoreApplication.translate("SigningSigners", u"Saya telah membaca dokumen ini seluruhnya", None))
        self.sign.setText(QCoreApplication.translate("SigningSigners", u"Tanda tangani", None))
        self.folder.setText(QCoreApplication.translate("SigningSigners", u"Buka folder", None))
        self.copy.setText(QCoreApplication.translate("SigningSigners", u"Simpan salinan\u2026", None))
        pass
    # retranslateUi

