"""Laptops that disagree."""

from team_of_laptops import colleague, evaluation, jobs, services, stranger

__all__ = ["colleague", "evaluation", "jobs", "services", "stranger"]
