# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'home_evaluation.ui'
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
from PySide6.QtWidgets import (QApplication, QDialog, QGridLayout, QHBoxLayout,
    QLabel, QLineEdit, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from zi_desktop.ui.widgets.choices import ChoiceField
from zi_desktop.ui.widgets.problem_line import ProblemLine
from zi_desktop.ui.widgets.segments import SegmentedControl
from zi_desktop.ui.widgets.track_field import TrackField
class Ui_HomeEvaluation(object):
    def setupUi(self, HomeEvaluation):
        if not HomeEvaluation.objectName():
            HomeEvaluation.setObjectName(u"HomeEvaluation")
        self.column = QVBoxLayout(HomeEvaluation)
        self.column.setObjectName(u"column")
        self.title = QLabel(HomeEvaluation)
        self.title.setObjectName(u"title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty(u"role", u"title")

        self.column.addWidget(self.title)

        self.grid = QGridLayout()
        self.grid.setObjectName(u"grid")
        self.satker_label = QLabel(HomeEvaluation)
        self.satker_label.setObjectName(u"satker_label")
        self.satker_label.setProperty(u"role", u"strong")

        self.grid.addWidget(self.satker_label, 0, 0, 1, 2)

        self.satker = ChoiceField(HomeEvaluation)
        self.satker.setObjectName(u"satker")

        self.grid.addWidget(self.satker, 1, 0, 1, 2)

        self.satker_line = ProblemLine(HomeEvaluation)
        self.satker_line.setObjectName(u"satker_line")

        self.grid.addWidget(self.satker_line, 2, 0, 1, 2)

        self.year_label = QLabel(HomeEvaluation)
        self.year_label.setObjectName(u"year_label")
        self.year_label.setProperty(u"role", u"strong")

        self.grid.addWidget(self.year_label, 3, 0, 1, 1)

        self.year = QLineEdit(HomeEvaluation)
        self.year.setObjectName(u"year")

        self.grid.addWidget(self.year, 4, 0, 1, 1)

        self.year_line = ProblemLine(HomeEvaluation)
        self.year_line.setObjectName(u"year_line")

        self.grid.addWidget(self.year_line, 5, 0, 1, 1)

        self.round_label = QLabel(HomeEvaluation)
        self.round_label.setObjectName(u"round_label")
        self.round_label.setProperty(u"role", u"strong")

        self.grid.addWidget(self.round_label, 3, 1, 1, 1)

        self.round = QLineEdit(HomeEvaluation)
        self.round.setObjectName(u"round")

        self.grid.addWidget(self.round, 4, 1, 1, 1)

        self.round_line = ProblemLine(HomeEvaluation)
        self.round_line.setObjectName(u"round_line")

        self.grid.addWidget(self.round_line, 5, 1, 1, 1)

        self.activity_label = QLabel(HomeEvaluation)
        self.activity_label.setObjectName(u"activity_label")
        self.activity_label.setProperty(u"role", u"strong")

        self.grid.addWidget(self.activity_label, 6, 0, 1, 2)

        self.activity = SegmentedControl(HomeEvaluation)
        self.activity.setObjectName(u"activity")

        self.grid.addWidget(self.activity, 7, 0, 1, 2)

        self.activity_line = ProblemLine(HomeEvaluation)
        self.activity_line.setObjectName(u"activity_line")

        self.grid.addWidget(self.activity_line, 8, 0, 1, 2)

        self.target_label = QLabel(HomeEvaluation)
        self.target_label.setObjectName(u"target_label")
        self.target_label.setProperty(u"role", u"strong")

        self.grid.addWidget(self.target_label, 9, 0, 1, 1)

        self.target = SegmentedControl(HomeEvaluation)
        self.target.setObjectName(u"target")

        self.grid.addWidget(self.target, 10, 0, 1, 1)

        self.target_line = ProblemLine(HomeEvaluation)
        self.target_line.setObjectName(u"target_line")

        self.grid.addWidget(self.target_line, 11, 0, 1, 1)

        self.track_label = QLabel(HomeEvaluation)
        self.track_label.setObjectName(u"track_label")
        self.track_label.setProperty(u"role", u"strong")

        self.grid.addWidget(self.track_label, 9, 1, 1, 1)

        self.track = TrackField(HomeEvaluation)
        self.track.setObjectName(u"track")

        self.grid.addWidget(self.track, 10, 1, 1, 1)

        self.track_line = ProblemLine(HomeEvaluation)
        self.track_line.setObjectName(u"track_line")

        self.grid.addWidget(self.track_line, 11, 1, 1, 1)


        self.column.addLayout(self.grid)

        self.buttons = QHBoxLayout()
        self.buttons.setObjectName(u"buttons")
        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.gap)

        self.cancel = QPushButton(HomeEvaluation)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)

        self.begin = QPushButton(HomeEvaluation)
        self.begin.setObjectName(u"begin")
        self.begin.setProperty(u"look", u"primary")

        self.buttons.addWidget(self.begin)


        self.column.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.satker_label.setBuddy(self.satker)
        self.year_label.setBuddy(self.year)
        self.round_label.setBuddy(self.round)
        self.track_label.setBuddy(self.track)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(HomeEvaluation)

        self.begin.setDefault(True)

    # setupUi

    def retranslateUi(self, HomeEvaluation):
        HomeEvaluation.setWindowTitle(QCoreApplication.translate("HomeEvaluation", u"Evaluasi baru", None))
        self.title.setText(QCoreApplication.translate("HomeEvaluation", u"Evaluasi baru", None))
        self.satker_label.setText(QCoreApplication.translate("HomeEvaluation", u"Satker (wajib)", None))
#if QT_CONFIG(accessibility)
        self.satker.setAccessibleName(QCoreApplication.translate("HomeEvaluation", u"Satker, wajib diisi", None))
#endif // QT_CONFIG(accessibility)
        self.year_label.setText(QCoreApplication.translate("HomeEvaluation", u"Tahun (wajib)", None))
#if QT_CONFIG(accessibility)
        self.year.setAccessibleName(QCoreApplication.translate("HomeEvaluation", u"Tahun, wajib diisi", None))
#endif // QT_CONFIG(accessibility)
        self.round_label.setText(QCoreApplication.translate("HomeEvaluation", u"Putaran (wajib)", None))
#if QT_CONFIG(accessibility)
        self.round.setAccessibleName(QCoreApplication.translate("HomeEvaluation", u"Putaran, wajib diisi", None))
#endif // QT_CONFIG(accessibility)
        self.activity_label.setText(QCoreApplication.translate("HomeEvaluation", u"Kegiatan", None))
#if QT_CONFIG(accessibility)
        self.activity.setAccessibleName(QCoreApplication.translate("HomeEvaluation", u"Kegiatan", None))
#endif // QT_CONFIG(accessibility)
        self.target_label.setText(QCoreApplication.translate("HomeEvaluation", u"Target", None))
#if QT_CONFIG(accessibility)
        self.target.setAccessibleName(QCoreApplication.translate("HomeEvaluation", u"Target", None))
#endif // QT_CONFIG(accessibility)
        self.track_label.setText(QCoreApplication.translate("HomeEvaluation", u"Jalur penetapan", None))
#if QT_CONFIG(accessibility)
        self.track.setAccessibleName(QCoreApplication.translate("HomeEvaluation", u"Jalur penetapan", None))
#endif // QT_CONFIG(accessibility)
        self.cancel.setText(QCoreApplication.translate("HomeEvaluation", u"Batal", None))
        self.begin.setText(QCoreApplication.translate("HomeEvaluation", u"Mulai evaluasi", None))
    # retranslateUi

