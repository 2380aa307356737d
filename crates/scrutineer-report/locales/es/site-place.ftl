# Páginas de mesas: la línea bajo el nombre de un centro de votación, y lo que va bajo sus mesas.

site-place-lead = ventaja { $lead }; %: { $shares }

# Qué haría falta para cambiar la respuesta, bajo las mesas de una página.

site-change-lead = Ventaja según { $source }
site-change-sheets =
    { $count ->
        [one] { $lead }: un acta falsa de { $all } puede bastar para que desaparezca.
       *[other] { $lead }: para que desaparezca, tendrían que ser falsas al menos { $count } de { $all } actas; ninguna acta sola decide.
    }
site-change-missing = { $lead }: lo que falta junto a { $all } actas puede igualarla por sí solo.
