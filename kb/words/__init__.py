"""One reading of words for all rooms: tokens, nearness, amounts, dates, sentences, number lines. Pure."""
