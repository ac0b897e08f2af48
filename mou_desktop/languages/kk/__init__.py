"""Takes Kazakh words, names, numbers and dates; gives them in the form wanted."""
