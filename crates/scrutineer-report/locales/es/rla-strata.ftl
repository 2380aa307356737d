# Auditorías de mesas por estratos: plan, riesgo, certificado. Ids: rla-strata-...; ayuda como en rla.ftl.

cli-rla-plan-arg-strata = Para stratified: nivel de la primera jerarquía cuyas divisiones son los estratos; el más amplio si no se da
cli-rla-plan-arg-strata-file = Para stratified: en lugar de divisiones, un archivo con una columna station y otra con el estrato
cli-rla-plan-arg-strata-column = La columna con el estrato
cli-rla-plan-arg-rate = Para stratified: cuánto se sortea de un estrato, como norte=3 (tres veces más que en proporción a su error posible, de 1 a 1000) o norte=all (se mira cada mesa, no se sortea nada); puede darse varias veces
cli-value-rate = ESTRATO=TASA

rla-strata-plan-sizes = Con { $resting }, en los estratos del plan: { $ten } al 10 %, { $five } al 5 %, { $one } al 1 %, si ningún registro está mal.
rla-strata-plan =
    Estratos por { $by }: { $count ->
        [one] uno
       *[other] { $count }
    }. El orden en que se sortean está fijado; las tasas se anuncian con el plan.
rla-strata-plan-row =
    { $stratum }: { $stations ->
        [one] 1 mesa
       *[other] { $stations } mesas
    }, { $weight } del error posible con { $resting }; { $how ->
        [all] se mira cada mesa
        [same] { $draws ->
            [one] 1 sorteo
           *[other] { $draws } sorteos
        } del primer tamaño
       *[more] se sortea { $rate } veces más que en proporción, { $draws ->
            [one] 1 sorteo
           *[other] { $draws } sorteos
        } del primer tamaño
    }; { $expected ->
        [one] cabe esperar 1 mesa.
       *[other] cabe esperar { $expected } mesas distintas.
    }
rla-strata-risk =
    Riesgo hasta ahora, en { $measured ->
        [one] el primer sorteo
       *[other] los primeros { $measured } sorteos
    }, con { $resting }: a lo sumo { $p } (límite { $limit }; medida que decide: { $measure }). Es el mayor entre todos los modos de repartir el error entre los estratos; contra este hablan menos los sorteos:
rla-strata-so-far =
    { $stratum }, { $weight } del error posible, { $how ->
        [whole] se miró cada mesa: { $wrong } de ello está mal
       *[drawn] { $draws ->
            [one] 1 sorteo
           *[other] { $draws } sorteos
        }: { $wrong } de ello tendría que estar mal
    }.

rla-strata-certificate =
    Certificado de la auditoría { $audit }, en estratos por { $by }.
    Anunciado antes de los dados: { $digest } (SHA-256 de commitment.json).
    T = { $total }, la suma de todas las cotas; U = T / { $denominator } = { $bound }; límite de riesgo { $risk_limit }. Cotas y riesgo son los d{ $resting }. W de un estrato es su BOUND dividido entre T.
    Cómo repetir el orden: el sorteo N cae en el estrato con el menor número de sorteos anteriores dividido entre BOUND por RATE; entre iguales, en el primero. Los estratos con la tasa "all" no se sortean.
    Cómo repetir un sorteo: printf '%s' 'MESSAGE' | sha256sum; quedarse con las primeras 15 cifras, como número hexadecimal x. Es menor que LIMIT del estrato, o el sorteo se repitió con el intento siguiente. x módulo BOUND del estrato es VALUE. La mesa es la primera fila de manifest.csv con este estrato cuya columna cumulative es mayor que VALUE: ABOVE es a lo sumo VALUE, CUMULATIVE es mayor.
    Cómo repetir el riesgo: TAINT es la parte de la cota de la mesa en que el registro era demasiado bueno para el resultado; 1 donde no se halló nada. Si el resultado es falso, la suma de W por ETA de todos los estratos es a lo sumo 1 - 1/U = { $null }, donde ETA es lo que las mesas de un estrato conservan de sus cotas. Cada sorteo suma LN_FACTOR = ln(0.1 + 0.9 (1 - TAINT) / ETA). Donde se miró cada mesa, ETA se conoce: la suma de cota por (1 - daño), dividida entre BOUND. Las ETA de la tabla son aquellas para las que la suma de todos los LN_FACTOR es la menor; el riesgo es e elevado a menos esa suma, y a lo sumo 1. Cualesquiera otras ETA de 0 a 1 con la misma suma de W por ETA dan una suma mayor de LN_FACTOR: esa suma es convexa en ETA, de modo que basta probar un poco a cada lado. Desde el primer sorteo no anotado dice "not-recorded".

rla-strata-error-needed = --method stratified necesita estratos (--strata, o --strata-file con --strata-column), y solo ese método los toma, junto con --rate
rla-strata-error-none = la carpeta no tiene divisiones; nombre un archivo con los estratos de las mesas (--strata-file, --strata-column)
rla-strata-error-by = lo que son los estratos necesita de 1 a 200 caracteres sin saltos de línea ni espacios alrededor
rla-strata-error-id = un estrato se escribe con letras sin acentos, cifras y . _ - : %, se halló "{ $found }"
rla-strata-error-many = { $count } estratos, a lo sumo { $most }: elija una división o columna más amplia
rla-strata-error-rate = tasa de { $stratum }: se esperaba un estrato de la lista y un número de 1 a 1000 o all; estratos conocidos: { $known }
rla-strata-error-without =
    { $count ->
        [one] la mesa { $station } no está en ningún estrato
       *[other] { $count } mesas no están en ningún estrato; la primera es { $station }
    }
rla-strata-error-all = se miraría cada estrato entero, de modo que no se sortea nada: planee sin estratos, y dé el paso al recuento completo
