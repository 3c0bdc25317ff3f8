"""``python -m zi_desktop``."""

import sys

from zi_desktop.app import main

sys.exit(main())
