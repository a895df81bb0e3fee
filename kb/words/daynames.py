"""The names of weekdays and months, for showing; light, as it is on the way of every search. Reads no text."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""By `date.weekday()`."""

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""By the number of the month less one."""

SHORT = 3
"""So many letters of a name are its short form: `Mon`, `Jan`."""
