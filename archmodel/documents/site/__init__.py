"""The published site: static pages that need no script, no network and no server.

``publish`` in ``publish.py`` is the one door. Modules named after a page compute its values; templates only write them.
"""

from archmodel.documents.site.publish import Published, publish

__all__ = ["Published", "publish"]
