# Pages of stations: the line under the name of a polling place, and what stands below its stations.

site-place-lead = lead { $lead }; %: { $shares }

# Under the stations of a page.

site-change-by = could move the lead by
site-change-sheet = “Could move the lead by”: so many votes the lead of { $leader } over { $rival } on the sheets of { $source } would fall at most if that one sheet were false and all registered voters of the station (or all valid votes on the sheet, where they are more) had voted for { $rival }.
site-change = What it would take to change the answer:
site-change-numbers = what is missing, and how many sheets would have to be false
site-change-reasons = reasons, and what else would change it
