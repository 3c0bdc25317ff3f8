"""Starts ZI Desktop from the source tree."""

import sys

from zi_desktop.app import main

if __name__ == "__main__":
    sys.exit(main())
