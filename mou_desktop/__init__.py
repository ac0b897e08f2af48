"""MOU Desktop: memoranda of understanding in Azerbaijani, Kazakh, Russian and English."""

__version__ = "0.1.0"
