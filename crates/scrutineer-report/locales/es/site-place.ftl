# La línea bajo el nombre de un centro de votación con varias mesas.

site-place-lead = ventaja { $lead }; %: { $shares }
