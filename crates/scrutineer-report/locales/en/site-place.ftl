# The line under the name of a polling place with several stations.

site-place-lead = lead { $lead }; %: { $shares }
