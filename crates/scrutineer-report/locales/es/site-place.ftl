# Páginas de mesas: la línea bajo el nombre de un centro de votación, y lo que va bajo sus mesas.

site-place-lead = ventaja { $lead }; %: { $shares }

# Bajo las mesas de una página.

site-change-by = podría bajar la ventaja a lo sumo en
site-change-unknown = cuánto podría bajar la ventaja: no se sabe
site-change-sheet = «Podría bajar la ventaja a lo sumo en»: la ventaja de { $leader } sobre { $rival } en las actas de { $source } bajaría en estos votos si esa sola acta fuera falsa y todos los electores de la mesa (según la lista oficial; si esta no los da, según el acta; todos los votos válidos del acta, donde son más) hubieran votado por { $rival }.
site-change = Qué haría falta para cambiar la respuesta:
site-change-numbers = lo que falta, y cuántas actas tendrían que ser falsas
site-change-reasons = razones, y qué más la cambiaría
