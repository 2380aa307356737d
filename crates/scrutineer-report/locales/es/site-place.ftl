# Páginas de mesas: la línea bajo el nombre de un centro de votación, y lo que va bajo sus mesas.

site-place-lead = ventaja { $lead }; %: { $shares }

# Bajo las mesas de una página.

site-change = Qué haría falta para cambiar la respuesta:
site-change-numbers = lo que falta, y cuántas actas tendrían que ser falsas
site-change-reasons = razones, y qué más la cambiaría
