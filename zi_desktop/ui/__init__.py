"""The window: the only Qt code of the program."""

from zi_desktop.ui.immortals import keep_singletons

keep_singletons()
