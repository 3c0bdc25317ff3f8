"""Programs for developers: setting up, checking, measuring."""
