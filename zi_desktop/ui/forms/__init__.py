"""Generated from forms/*.ui by tools/forms.py; never edited by hand."""
