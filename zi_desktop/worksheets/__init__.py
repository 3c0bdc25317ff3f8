"""Files that people exchange: lists and worksheets, read without trusting them and written without surprises."""
