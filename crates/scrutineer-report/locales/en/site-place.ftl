# Pages of stations: the line under the name of a polling place, and what stands below its stations.

site-place-lead = lead { $lead }; %: { $shares }

# Under the stations of a page.

site-change = What it would take to change the answer:
site-change-numbers = what is missing, and how many sheets would have to be false
site-change-reasons = reasons, and what else would change it
