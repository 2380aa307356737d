# Qué debe ser cierto para que una declaración sea correcta y qué para que lo sean las actas.

halves-declared-text = Las cifras declaradas deben ser la suma de todo lo que se contó; las actas de la fuente { $source } son una parte de eso.
halves-reading = La cobertura anunciada se toma en la lectura que decide: { $name }.
halves-winner = { $winners } debe haber ganado, como se declaró.
halves-winner-gap =
    Eso queda fuera del alcance de estas actas por al menos { $count ->
        [one] un voto
       *[other] { $count } votos
    }.
halves-consistent = En cuanto a las cifras, ningún número de estas actas tiene que estar mal: son posibles.
halves-undetermined = No está resuelto si las cifras declaradas son posibles.
halves-differs = Donde las cifras declaradas difieren de estas actas, las actas deben estar mal.
halves-differs-by =
    Donde las cifras declaradas difieren de estas actas, por { $count ->
        [one] un voto
       *[other] { $count } votos
    }, las actas deben estar mal.
halves-infeasible = En conjunto, las cifras declaradas quedan fuera del alcance de estas actas: debe haber números mal en las actas.
halves-infeasible-by =
    En conjunto, las cifras declaradas quedan fuera del alcance de estas actas por al menos { $count ->
        [one] un voto
       *[other] { $count } votos
    }: tantos deben estar mal en las actas.
halves-sheets-text = En cada mesa debe ser cierto lo que las respuestas dicen de las actas de la fuente { $source }:
halves-link = { $question } Hasta ahora: { $state }.
halves-source = Según las actas de la fuente { $source }
