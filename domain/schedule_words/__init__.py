"""From what people say about when, in Chinese or English, to exact rules."""
