"""A report as one HTML file that needs nothing beside it: no script, no request, pictures and style inside.

`page` puts the file together, `blocks` and `inlines` write what stands in it, `addresses` knows what can be linked to.
What people typed goes through `inlines.escape`; nothing else may let it in.
"""
