"""Pure figures: (instrument, answers) in, score card out."""
