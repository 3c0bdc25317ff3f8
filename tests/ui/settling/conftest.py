"""Laptops that disagree."""

from team_of_laptops import colleague, evaluation, services, stranger

__all__ = ["colleague", "evaluation", "services", "stranger"]
