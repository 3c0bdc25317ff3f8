# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'home_satker.ui'
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
class Ui_HomeSatker(object):
    def setupUi(self, HomeSatker):
        if not HomeSatker.objectName():
            HomeSatker.setObjectName(u"HomeSatker")
        self.column = QVBoxLayout(HomeSatker)
        self.column.setObjectName(u"column")
        self.title = QLabel(HomeSatker)
        self.title.setObjectName(u"title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty(u"role", u"title")

        self.column.addWidget(self.title)

        self.why = QLabel(HomeSatker)
        self.why.setObjectName(u"why")
        self.why.setVisible(False)
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        self.why.setWordWrap(True)
        self.why.setProperty(u"role", u"secondary")

        self.column.addWidget(self.why)

        self.grid = QGridLayout()
        self.grid.setObjectName(u"grid")
        self.name_label = QLabel(HomeSatker)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setProperty(u"role", u"strong")

        self.grid.addWidget(self.name_label, 0, 0, 1, 2)

        self.name = QLineEdit(HomeSatker)
        self.name.setObjectName(u"name")

        self.grid.addWidget(self.name, 1, 0, 1, 2)

        self.name_line = ProblemLine(HomeSatker)
        self.name_line.setObjectName(u"name_line")

        self.grid.addWidget(self.name_line, 2, 0, 1, 2)

        self.code_label = QLabel(HomeSatker)
        self.code_label.setObjectName(u"code_label")
        self.code_label.setProperty(u"role", u"strong")

        self.grid.addWidget(self.code_label, 3, 0, 1, 1)

        self.code = QLineEdit(HomeSatker)
        self.code.setObjectName(u"code")

        self.grid.addWidget(self.code, 4, 0, 1, 1)

        self.code_line = ProblemLine(HomeSatker)
        self.code_line.setObjectName(u"code_line")

        self.grid.addWidget(self.code_line, 5, 0, 1, 1)

        self.kind_label = QLabel(HomeSatker)
        self.kind_label.setObjectName(u"kind_label")
        self.kind_label.setProperty(u"role", u"strong")

        self.grid.addWidget(self.kind_label, 3, 1, 1, 1)

        self.kind = ChoiceField(HomeSatker)
        self.kind.setObjectName(u"kind")

        self.grid.addWidget(self.kind, 4, 1, 1, 1)

        self.kind_line = ProblemLine(HomeSatker)
        self.kind_line.setObjectName(u"kind_line")

        self.grid.addWidget(self.kind_line, 5, 1, 1, 1)

        self.kanwil_label = QLabel(HomeSatker)
        self.kanwil_label.setObjectName(u"kanwil_label")
        self.kanwil_label.setProperty(u"role", u"strong")

        self.grid.addWidget(self.kanwil_label, 6, 0, 1, 1)

        self.kanwil = QLineEdit(HomeSatker)
        self.kanwil.setObjectName(u"kanwil")

        self.grid.addWidget(self.kanwil, 7, 0, 1, 1)

        self.eselon1_label = QLabel(HomeSatker)
        self.eselon1_label.setObjectName(u"eselon1_label")
        self.eselon1_label.setProperty(u"role", u"strong")

        self.grid.addWidget(self.eselon1_label, 6, 1, 1, 1)

        self.eselon1 = QLineEdit(HomeSatker)
        self.eselon1.setObjectName(u"eselon1")

        self.grid.addWidget(self.eselon1, 7, 1, 1, 1)

        self.predicate_label = QLabel(HomeSatker)
        self.predicate_label.setObjectName(u"predicate_label")
        self.predicate_label.setProperty(u"role", u"strong")

        self.grid.addWidget(self.predicate_label, 9, 0, 1, 1)

        self.predicate = SegmentedControl(HomeSatker)
        self.predicate.setObjectName(u"predicate")

        self.grid.addWidget(self.predicate, 10, 0, 1, 1)

        self.predicate_line = ProblemLine(HomeSatker)
        self.predicate_line.setObjectName(u"predicate_line")

        self.grid.addWidget(self.predicate_line, 11, 0, 1, 1)

        self.predicate_year_label = QLabel(HomeSatker)
        self.predicate_year_label.setObjectName(u"predicate_year_label")
        self.predicate_year_label.setProperty(u"role", u"strong")

        self.grid.addWidget(self.predicate_year_label, 9, 1, 1, 1)

        self.predicate_year = QLineEdit(HomeSatker)
        self.predicate_year.setObjectName(u"predicate_year")

        self.grid.addWidget(self.predicate_year, 10, 1, 1, 1)

        self.predicate_year_line = ProblemLine(HomeSatker)
        self.predicate_year_line.setObjectName(u"predicate_year_line")

        self.grid.addWidget(self.predicate_year_line, 11, 1, 1, 1)


        self.column.addLayout(self.grid)

        self.buttons = QHBoxLayout()
        self.buttons.setObjectName(u"buttons")
        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.gap)

        self.cancel = QPushButton(HomeSatker)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)

        self.save = QPushButton(HomeSatker)
        self.save.setObjectName(u"save")
        self.save.setProperty(u"look", u"primary")

        self.buttons.addWidget(self.save)


        self.column.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.code_label.setBuddy(self.code)
        self.kind_label.setBuddy(self.kind)
        self.kanwil_label.setBuddy(self.kanwil)
        self.eselon1_label.setBuddy(self.eselon1)
        self.predicate_year_label.setBuddy(self.predicate_year)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(HomeSatker)

        self.save.setDefault(True)

    # setupUi

    def retranslateUi(self, HomeSatker):
        HomeSatker.setWindowTitle(QCoreApplication.translate("HomeSatker", u"Tambah satker", None))
        self.title.setText(QCoreApplication.translate("HomeSatker", u"Tambah satker", None))
        self.why.setText("")
        self.name_label.setText(QCoreApplication.translate("HomeSatker", u"Nama satker (wajib)", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("HomeSatker", u"Nama satker, wajib diisi", None))
#endif // QT_CONFIG(accessibility)
        self.code_label.setText(QCoreApplication.translate("HomeSatker", u"Kode (wajib)", None))
#if QT_CONFIG(accessibility)
        self.code.setAccessibleName(QCoreApplication.translate("HomeSatker", u"Kode, wajib diisi", None))
#endif // QT_CONFIG(accessibility)
        self.kind_label.setText(QCoreApplication.translate("HomeSatker", u"Jenis", None))
#if QT_CONFIG(accessibility)
        self.kind.setAccessibleName(QCoreApplication.translate("HomeSatker", u"Jenis", None))
#endif // QT_CONFIG(accessibility)
        self.kanwil_label.setText(QCoreApplication.translate("HomeSatker", u"Kantor Wilayah", None))
#if QT_CONFIG(accessibility)
        self.kanwil.setAccessibleName(QCoreApplication.translate("HomeSatker", u"Kantor Wilayah", None))
#endif // QT_CONFIG(accessibility)
        self.eselon1_label.setText(QCoreApplication.translate("HomeSatker", u"Eselon I", None))
#if QT_CONFIG(accessibility)
        self.eselon1.setAccessibleName(QCoreApplication.translate("HomeSatker", u"Eselon I", None))
#endif // QT_CONFIG(accessibility)
        self.predicate_label.setText(QCoreApplication.translate("HomeSatker", u"Predikat yang berlaku", None))
#if QT_CONFIG(accessibility)
        self.predicate.setAccessibleName(QCoreApplication.translate("HomeSatker", u"Predikat yang berlaku", None))
#endif // QT_CONFIG(accessibility)
        self.predicate_year_label.setText(QCoreApplication.translate("HomeSatker", u"Tahun predikat", None))
#if QT_CONFIG(accessibility)
        self.predicate_year.setAccessibleName(QCoreApplication.translate("HomeSatker", u"Tahun predikat", None))
#endif // QT_CONFIG(accessibility)
        self.cancel.setText(QCoreApplication.translate("HomeSatker", u"Batal", None))
        self.save.setText(QCoreApplication.translate("HomeSatker", u"Simpan satker", None))
    # retranslateUi

