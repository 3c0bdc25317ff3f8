"""The command line: the second front end, over the same services, without Qt."""
