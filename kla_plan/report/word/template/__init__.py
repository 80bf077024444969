"""The starting point of the Word templates in ``templates/``: their pieces and their look."""
