"""Time zones by name and by offset."""

from datetime import timedelta

import pytest

from zi_desktop.domain.zones import zone_name


@pytest.mark.parametrize(
    ("minutes", "name"),
    [(420, "WIB"), (480, "WITA"), (540, "WIT"), (0, "UTC+0"), (510, "UTC+8.30"), (-420, "UTC−7"), (-210, "UTC−3.30")],
)
def test_a_zone_is_named_in_indonesia_and_counted_elsewhere(minutes, name):
    assert zone_name(timedelta(minutes=minutes)) == name
