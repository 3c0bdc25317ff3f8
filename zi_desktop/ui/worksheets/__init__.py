"""The screens of worksheets: taken in with a preview, written out, their wording and editions."""
