"""ZI Desktop: offline scoring of the Zona Integritas worksheet (PermenPANRB 90/2021)."""

__version__ = "0.1.0"
