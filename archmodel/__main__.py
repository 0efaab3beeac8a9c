"""``python -m archmodel`` is the command line."""

from archmodel.cli import main

raise SystemExit(main())
