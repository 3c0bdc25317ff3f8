# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'signing_plan.ui'
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
from PySide6.QtWidgets import (QApplication, QGridLayout, QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from zi_desktop.ui.signing.team_table import TeamTable
from zi_desktop.ui.widgets.cut_field import CutField
from zi_desktop.ui.widgets.date_field import DateField
from zi_desktop.ui.widgets.segments import SegmentedControl
from zi_desktop.ui.widgets.track_field import TrackField
class Ui_SigningPlan(object):
    def setupUi(self, SigningPlan):
        if not SigningPlan.objectName():
            SigningPlan.setObjectName(u"SigningPlan")
        self.column = QVBoxLayout(SigningPlan)
        self.column.setObjectName(u"column")
        self.grid = QGridLayout()
        self.grid.setObjectName(u"grid")
        self.targetLabel = QLabel(SigningPlan)
        self.targetLabel.setObjectName(u"targetLabel")
        self.targetLabel.setProperty(u"role", u"strong")

        self.grid.addWidget(self.targetLabel, 0, 0, 1, 1)

        self.target = SegmentedControl(SigningPlan)
        self.target.setObjectName(u"target")

        self.grid.addWidget(self.target, 1, 0, 1, 1)

        self.trackLabel = QLabel(SigningPlan)
        self.trackLabel.setObjectName(u"trackLabel")
        self.trackLabel.setProperty(u"role", u"strong")

        self.grid.addWidget(self.trackLabel, 0, 1, 1, 1)

        self.track = TrackField(SigningPlan)
        self.track.setObjectName(u"track")

        self.grid.addWidget(self.track, 1, 1, 1, 1)

        self.firstDayLabel = QLabel(SigningPlan)
        self.firstDayLabel.setObjectName(u"firstDayLabel")
        self.firstDayLabel.setProperty(u"role", u"strong")

        self.grid.addWidget(self.firstDayLabel, 0, 2, 1, 1)

        self.firstDay = DateField(SigningPlan)
        self.firstDay.setObjectName(u"firstDay")

        self.grid.addWidget(self.firstDay, 1, 2, 1, 1)

        self.lastDayLabel = QLabel(SigningPlan)
        self.lastDayLabel.setObjectName(u"lastDayLabel")
        self.lastDayLabel.setProperty(u"role", u"strong")

        self.grid.addWidget(self.lastDayLabel, 0, 3, 1, 1)

        self.lastDay = DateField(SigningPlan)
        self.lastDay.setObjectName(u"lastDay")

        self.grid.addWidget(self.lastDay, 1, 3, 1, 1)

        self.placeLabel = QLabel(SigningPlan)
        self.placeLabel.setObjectName(u"placeLabel")
        self.placeLabel.setProperty(u"role", u"strong")

        self.grid.addWidget(self.placeLabel, 2, 0, 1, 1)

        self.place = CutField(SigningPlan)
        self.place.setObjectName(u"place")

        self.grid.addWidget(self.place, 3, 0, 1, 1)

        self.letterNumberLabel = QLabel(SigningPlan)
        self.letterNumberLabel.setObjectName(u"letterNumberLabel")
        self.letterNumberLabel.setProperty(u"role", u"strong")

        self.grid.addWidget(self.letterNumberLabel, 2, 1, 1, 1)

        self.letterNumber = CutField(SigningPlan)
        self.letterNumber.setObjectName(u"letterNumber")

        self.grid.addWidget(self.letterNumber, 3, 1, 1, 1)

        self.letterDateLabel = QLabel(SigningPlan)
        self.letterDateLabel.setObjectName(u"letterDateLabel")
        self.letterDateLabel.setProperty(u"role", u"strong")

        self.grid.addWidget(self.letterDateLabel, 2, 2, 1, 1)

        self.letterDate = DateField(SigningPlan)
        self.letterDate.setObjectName(u"letterDate")

        self.grid.addWidget(self.letterDate, 3, 2, 1, 1)

        self.reportNumberLabel = QLabel(SigningPlan)
        self.reportNumberLabel.setObjectName(u"reportNumberLabel")
        self.reportNumberLabel.setProperty(u"role", u"strong")

        self.grid.addWidget(self.reportNumberLabel, 2, 3, 1, 1)

        self.reportNumber = CutField(SigningPlan)
        self.reportNumber.setObjectName(u"reportNumber")

        self.grid.addWidget(self.reportNumber, 3, 3, 1, 1)


        self.column.addLayout(self.grid)

        self.teamRow = QHBoxLayout()
        self.teamRow.setObjectName(u"teamRow")
        self.teamLabel = QLabel(SigningPlan)
        self.teamLabel.setObjectName(u"teamLabel")
        self.teamLabel.setProperty(u"role", u"strong")

        self.teamRow.addWidget(self.teamLabel)

        self.teamGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.teamRow.addItem(self.teamGap)


        self.column.addLayout(self.teamRow)

        self.team = TeamTable(SigningPlan)
        self.team.setObjectName(u"team")

        self.column.addWidget(self.team)

        self.column.setStretch(2, 1)
#if QT_CONFIG(shortcut)
        self.targetLabel.setBuddy(self.target)
        self.trackLabel.setBuddy(self.track)
        self.firstDayLabel.setBuddy(self.firstDay)
        self.lastDayLabel.setBuddy(self.lastDay)
        self.placeLabel.setBuddy(self.place)
        self.letterNumberLabel.setBuddy(self.letterNumber)
        self.letterDateLabel.setBuddy(self.letterDate)
        self.reportNumberLabel.setBuddy(self.reportNumber)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(SigningPlan)
    # setupUi

    def retranslateUi(self, SigningPlan):
        self.targetLabel.setText(QCoreApplication.translate("SigningPlan", u"Target", None))
        self.trackLabel.setText(QCoreApplication.translate("SigningPlan", u"Jalur penetapan", None))
        self.firstDayLabel.setText(QCoreApplication.translate("SigningPlan", u"Hari pertama", None))
        self.lastDayLabel.setText(QCoreApplication.translate("SigningPlan", u"Hari terakhir", None))
        self.placeLabel.setText(QCoreApplication.translate("SigningPlan", u"Tempat", None))
        self.letterNumberLabel.setText(QCoreApplication.translate("SigningPlan", u"Nomor surat tugas", None))
        self.letterDateLabel.setText(QCoreApplication.translate("SigningPlan", u"Tanggal surat tugas", None))
        self.reportNumberLabel.setText(QCoreApplication.translate("SigningPlan", u"Nomor kertas kerja", None))
        self.teamLabel.setText(QCoreApplication.translate("SigningPlan", u"Susunan tim, menurut urutan tanda tangan", None))
        pass
    # retranslateUi

