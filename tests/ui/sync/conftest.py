"""Laptops, a stick and a hub."""

from team_of_laptops import colleague, evaluation, hub, services, stick, stranger

__all__ = ["colleague", "evaluation", "hub", "services", "stick", "stranger"]
