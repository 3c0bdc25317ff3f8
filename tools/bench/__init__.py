"""``make bench``: what issue 2 and later ones promise about speed and memory, measured."""
