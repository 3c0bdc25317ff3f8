"""``python -m tools.bench``: measures, and leaves nothing behind in the checkout."""

import sys

sys.dont_write_bytecode = True  # before the first import: not even what Python keeps of a module

from tools.bench.run import main  # noqa: E402 (see above)

sys.exit(main())
