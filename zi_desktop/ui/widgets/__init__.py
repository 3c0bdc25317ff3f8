"""Small widgets that two or more screens use."""
