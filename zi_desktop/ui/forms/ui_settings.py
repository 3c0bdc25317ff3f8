# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'settings.ui'
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
from PySide6.QtWidgets import (QApplication, QFormLayout, QFrame, QHBoxLayout,
    QLabel, QLineEdit, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from zi_desktop.ui.widgets.lines_field import LinesField
from zi_desktop.ui.widgets.segments import SegmentedControl
class Ui_Settings(object):
    def setupUi(self, Settings):
        if not Settings.objectName():
            Settings.setObjectName(u"Settings")
        self.columns = QHBoxLayout(Settings)
        self.columns.setObjectName(u"columns")
        self.leftColumn = QVBoxLayout()
        self.leftColumn.setObjectName(u"leftColumn")
        self.agency = QFrame(Settings)
        self.agency.setObjectName(u"agency")
        self.agency.setProperty(u"surface", u"panel")
        self.agencyColumn = QVBoxLayout(self.agency)
        self.agencyColumn.setObjectName(u"agencyColumn")
        self.agencyTitle = QLabel(self.agency)
        self.agencyTitle.setObjectName(u"agencyTitle")
        self.agencyTitle.setProperty(u"role", u"title")

        self.agencyColumn.addWidget(self.agencyTitle)

        self.agencyHint = QLabel(self.agency)
        self.agencyHint.setObjectName(u"agencyHint")
        self.agencyHint.setWordWrap(True)
        self.agencyHint.setProperty(u"role", u"small")

        self.agencyColumn.addWidget(self.agencyHint)

        self.agencyForm = QFormLayout()
        self.agencyForm.setObjectName(u"agencyForm")
        self.agencyForm.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.agencyForm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.nameLabel = QLabel(self.agency)
        self.nameLabel.setObjectName(u"nameLabel")
        self.nameLabel.setProperty(u"role", u"strong")

        self.agencyForm.setWidget(0, QFormLayout.ItemRole.LabelRole, self.nameLabel)

        self.agencyName = QLineEdit(self.agency)
        self.agencyName.setObjectName(u"agencyName")

        self.agencyForm.setWidget(0, QFormLayout.ItemRole.FieldRole, self.agencyName)

        self.letterheadLabel = QLabel(self.agency)
        self.letterheadLabel.setObjectName(u"letterheadLabel")
        self.letterheadLabel.setProperty(u"role", u"strong")

        self.agencyForm.setWidget(1, QFormLayout.ItemRole.LabelRole, self.letterheadLabel)

        self.letterhead = LinesField(self.agency)
        self.letterhead.setObjectName(u"letterhead")
        self.letterhead.setTabChangesFocus(True)

        self.agencyForm.setWidget(1, QFormLayout.ItemRole.FieldRole, self.letterhead)

        self.logoLabel = QLabel(self.agency)
        self.logoLabel.setObjectName(u"logoLabel")
        self.logoLabel.setProperty(u"role", u"strong")

        self.agencyForm.setWidget(2, QFormLayout.ItemRole.LabelRole, self.logoLabel)

        self.logoRow = QHBoxLayout()
        self.logoRow.setObjectName(u"logoRow")
        self.logo = QLabel(self.agency)
        self.logo.setObjectName(u"logo")

        self.logoRow.addWidget(self.logo)

        self.noLogo = QLabel(self.agency)
        self.noLogo.setObjectName(u"noLogo")
        self.noLogo.setProperty(u"role", u"secondary")

        self.logoRow.addWidget(self.noLogo)

        self.chooseLogo = QPushButton(self.agency)
        self.chooseLogo.setObjectName(u"chooseLogo")

        self.logoRow.addWidget(self.chooseLogo)

        self.removeLogo = QPushButton(self.agency)
        self.removeLogo.setObjectName(u"removeLogo")
        self.removeLogo.setProperty(u"look", u"flat")

        self.logoRow.addWidget(self.removeLogo)

        self.logoGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.logoRow.addItem(self.logoGap)


        self.agencyForm.setLayout(2, QFormLayout.ItemRole.FieldRole, self.logoRow)

        self.wordLabel = QLabel(self.agency)
        self.wordLabel.setObjectName(u"wordLabel")
        self.wordLabel.setProperty(u"role", u"strong")

        self.agencyForm.setWidget(3, QFormLayout.ItemRole.LabelRole, self.wordLabel)

        self.word = QLineEdit(self.agency)
        self.word.setObjectName(u"word")

        self.agencyForm.setWidget(3, QFormLayout.ItemRole.FieldRole, self.word)


        self.agencyColumn.addLayout(self.agencyForm)


        self.leftColumn.addWidget(self.agency)

        self.leftGap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.leftColumn.addItem(self.leftGap)


        self.columns.addLayout(self.leftColumn)

        self.rightColumn = QVBoxLayout()
        self.rightColumn.setObjectName(u"rightColumn")
        self.person = QFrame(Settings)
        self.person.setObjectName(u"person")
        self.person.setProperty(u"surface", u"panel")
        self.personColumn = QVBoxLayout(self.person)
        self.personColumn.setObjectName(u"personColumn")
        self.personTitle = QLabel(self.person)
        self.personTitle.setObjectName(u"personTitle")
        self.personTitle.setProperty(u"role", u"title")

        self.personColumn.addWidget(self.personTitle)

        self.personHint = QLabel(self.person)
        self.personHint.setObjectName(u"personHint")
        self.personHint.setWordWrap(True)
        self.personHint.setProperty(u"role", u"small")

        self.personColumn.addWidget(self.personHint)

        self.personForm = QFormLayout()
        self.personForm.setObjectName(u"personForm")
        self.personForm.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.personForm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.personNameLabel = QLabel(self.person)
        self.personNameLabel.setObjectName(u"personNameLabel")
        self.personNameLabel.setProperty(u"role", u"strong")

        self.personForm.setWidget(0, QFormLayout.ItemRole.LabelRole, self.personNameLabel)

        self.personName = QLineEdit(self.person)
        self.personName.setObjectName(u"personName")

        self.personForm.setWidget(0, QFormLayout.ItemRole.FieldRole, self.personName)

        self.nipLabel = QLabel(self.person)
        self.nipLabel.setObjectName(u"nipLabel")
        self.nipLabel.setProperty(u"role", u"strong")

        self.personForm.setWidget(1, QFormLayout.ItemRole.LabelRole, self.nipLabel)

        self.nip = QLineEdit(self.person)
        self.nip.setObjectName(u"nip")

        self.personForm.setWidget(1, QFormLayout.ItemRole.FieldRole, self.nip)

        self.positionLabel = QLabel(self.person)
        self.positionLabel.setObjectName(u"positionLabel")
        self.positionLabel.setProperty(u"role", u"strong")

        self.personForm.setWidget(2, QFormLayout.ItemRole.LabelRole, self.positionLabel)

        self.position = QLineEdit(self.person)
        self.position.setObjectName(u"position")

        self.personForm.setWidget(2, QFormLayout.ItemRole.FieldRole, self.position)


        self.personColumn.addLayout(self.personForm)


        self.rightColumn.addWidget(self.person)

        self.look = QFrame(Settings)
        self.look.setObjectName(u"look")
        self.look.setProperty(u"surface", u"panel")
        self.lookColumn = QVBoxLayout(self.look)
        self.lookColumn.setObjectName(u"lookColumn")
        self.lookTitle = QLabel(self.look)
        self.lookTitle.setObjectName(u"lookTitle")
        self.lookTitle.setProperty(u"role", u"title")

        self.lookColumn.addWidget(self.lookTitle)

        self.lookForm = QFormLayout()
        self.lookForm.setObjectName(u"lookForm")
        self.lookForm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.themeLabel = QLabel(self.look)
        self.themeLabel.setObjectName(u"themeLabel")
        self.themeLabel.setProperty(u"role", u"strong")

        self.lookForm.setWidget(0, QFormLayout.ItemRole.LabelRole, self.themeLabel)

        self.theme = SegmentedControl(self.look)
        self.theme.setObjectName(u"theme")

        self.lookForm.setWidget(0, QFormLayout.ItemRole.FieldRole, self.theme)

        self.textSizeLabel = QLabel(self.look)
        self.textSizeLabel.setObjectName(u"textSizeLabel")
        self.textSizeLabel.setProperty(u"role", u"strong")

        self.lookForm.setWidget(1, QFormLayout.ItemRole.LabelRole, self.textSizeLabel)

        self.textSize = SegmentedControl(self.look)
        self.textSize.setObjectName(u"textSize")

        self.lookForm.setWidget(1, QFormLayout.ItemRole.FieldRole, self.textSize)


        self.lookColumn.addLayout(self.lookForm)


        self.rightColumn.addWidget(self.look)

        self.rightGap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.rightColumn.addItem(self.rightGap)


        self.columns.addLayout(self.rightColumn)

        self.columns.setStretch(0, 1)
        self.columns.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.nameLabel.setBuddy(self.agencyName)
        self.letterheadLabel.setBuddy(self.letterhead)
        self.wordLabel.setBuddy(self.word)
        self.personNameLabel.setBuddy(self.personName)
        self.nipLabel.setBuddy(self.nip)
        self.positionLabel.setBuddy(self.position)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(Settings)
    # setupUi

    def retranslateUi(self, Settings):
        self.agencyTitle.setText(QCoreApplication.translate("Settings", u"Instansi", None))
        self.agencyHint.setText(QCoreApplication.translate("Settings", u"Tercetak pada kertas kerja dan sama di semua laptop Inspektorat.", None))
        self.nameLabel.setText(QCoreApplication.translate("Settings", u"Nama instansi", None))
        self.letterheadLabel.setText(QCoreApplication.translate("Settings", u"Kop surat, baris demi baris", None))
        self.logoLabel.setText(QCoreApplication.translate("Settings", u"Logo, PNG paling besar 72 KB", None))
#if QT_CONFIG(accessibility)
        self.logo.setAccessibleName(QCoreApplication.translate("Settings", u"Logo instansi", None))
#endif // QT_CONFIG(accessibility)
        self.noLogo.setText(QCoreApplication.translate("Settings", u"Belum ada logo.", None))
        self.chooseLogo.setText(QCoreApplication.translate("Settings", u"Pilih berkas\u2026", None))
        self.removeLogo.setText(QCoreApplication.translate("Settings", u"Hapus logo", None))
        self.wordLabel.setText(QCoreApplication.translate("Settings", u"Sebutan satker di kertas kerja", None))
        self.word.setPlaceholderText(QCoreApplication.translate("Settings", u"satuan kerja, unit kerja, perangkat daerah", None))
        self.personTitle.setText(QCoreApplication.translate("Settings", u"Anda", None))
        self.personHint.setText(QCoreApplication.translate("Settings", u"Setiap isian mencatat nama ini dan waktunya.", None))
        self.personNameLabel.setText(QCoreApplication.translate("Settings", u"Nama lengkap dengan gelar", None))
        self.nipLabel.setText(QCoreApplication.translate("Settings", u"NIP", None))
        self.positionLabel.setText(QCoreApplication.translate("Settings", u"Jabatan", None))
        self.lookTitle.setText(QCoreApplication.translate("Settings", u"Tampilan", None))
        self.themeLabel.setText(QCoreApplication.translate("Settings", u"Tema", None))
#if QT_CONFIG(accessibility)
        self.theme.setAccessibleName(QCoreApplication.translate("Settings", u"Tema", None))
#endif // QT_CONFIG(accessibility)
        self.textSizeLabel.setText(QCoreApplication.translate("Settings", u"Ukuran teks", None))
#if QT_CONFIG(accessibility)
        self.textSize.setAccessibleName(QCoreApplication.translate("Settings", u"Ukuran teks", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

