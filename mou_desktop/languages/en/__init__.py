"""Takes English names, titles, numbers and dates; gives them in the form wanted."""
