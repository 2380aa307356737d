# Páginas de mesas: la línea bajo el nombre de un centro de votación, y lo que va bajo sus mesas.

site-place-lead = ventaja { $lead }; %: { $shares }

# Bajo las mesas de una página.

site-change-by = podría mover la ventaja en
site-change-sheet = «Podría mover la ventaja en»: tantos votos bajaría a lo sumo la ventaja de { $leader } sobre { $rival } en las actas de { $source } si esa sola acta fuera falsa y todos los inscritos de la mesa (o todos los votos válidos del acta, donde son más) hubieran votado por { $rival }.
site-change = Qué haría falta para cambiar la respuesta:
site-change-numbers = lo que falta, y cuántas actas tendrían que ser falsas
site-change-reasons = razones, y qué más la cambiaría
