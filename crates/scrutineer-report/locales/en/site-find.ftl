# The public site: search as you type. %shown is a number that the script puts in.

site-find-label = Search by place, division or table
site-find-hint = Type a part of a name or a code; accents and capitals do not matter. A number at the end finds the table.
site-find-station = table
site-find-some = %shown found. Arrow keys choose, Enter opens.
site-find-many = The first %shown; type more to find fewer. Arrow keys choose, Enter opens.
site-find-none = Nothing found by that name or code. The list below has every division.
site-find-failed = The search could not be loaded; the list below has every division.
