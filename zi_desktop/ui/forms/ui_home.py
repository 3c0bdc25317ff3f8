# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'home.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QGridLayout, QSizePolicy,
    QVBoxLayout, QWidget)

from zi_desktop.ui.widgets.segments import SegmentedControl
class Ui_Home(object):
    def setupUi(self, Home):
        if not Home.objectName():
            Home.setObjectName(u"Home")
        self.column = QVBoxLayout(Home)
        self.column.setObjectName(u"column")
        self.strip_place = QVBoxLayout()
        self.strip_place.setObjectName(u"strip_place")

        self.column.addLayout(self.strip_place)

        self.filters = QWidget(Home)
        self.filters.setObjectName(u"filters")
        self.filter_grid = QGridLayout(self.filters)
        self.filter_grid.setObjectName(u"filter_grid")
        self.filter_grid.setContentsMargins(0, 0, 0, 0)
        self.status = SegmentedControl(self.filters)
        self.status.setObjectName(u"status")

        self.filter_grid.addWidget(self.status, 0, 0, 1, 1)


        self.column.addWidget(self.filters)

        self.panel = QFrame(Home)
        self.panel.setObjectName(u"panel")
        self.panel.setProperty(u"surface", u"panel")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.panel.sizePolicy().hasHeightForWidth())
        self.panel.setSizePolicy(sizePolicy)
        self.table_place = QVBoxLayout(self.panel)
        self.table_place.setObjectName(u"table_place")

        self.column.addWidget(self.panel)


        self.retranslateUi(Home)
    # setupUi

    def retranslateUi(self, Home):
#if QT_CONFIG(accessibility)
        self.status.setAccessibleName(QCoreApplication.translate("Home", u"Status evaluasi", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

