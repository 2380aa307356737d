# Auditorías por muestreo: plan, compromiso, sorteo, registros, riesgo. Ids: rla-...; ayuda como en cli.ftl.

cli-rla-about = Audita al azar: transcripción o urnas, del plan a la conclusión
cli-rla-after =
    Ejemplos:
      scrutineer rla plan mi-eleccion --link transcription --risk-limit 5%
      scrutineer rla commit mi-eleccion
      scrutineer rla draw mi-eleccion --seed 31415926535897932384
      scrutineer rla record mi-eleccion conteos.csv
      scrutineer rla measure mi-eleccion
cli-rla-plan-about = Dice cuántas mesas necesita una auditoría y cuánto trabajo es; escribe su plan
cli-rla-plan-arg-dir = Carpeta de la elección
cli-rla-plan-arg-audit = Nombre de la auditoría; el eslabón si no se da
cli-rla-plan-arg-json = Escribe el documento para programas
cli-rla-plan-arg-link = Qué se compara: transcription (registros con actas leídas de nuevo) o boxes (actas con sus papeletas)
cli-rla-plan-arg-risk-limit = Probabilidad máxima de confirmar un resultado equivocado, como 5% o 0.05, a lo sumo 20%; 5% si no se da
cli-rla-plan-arg-source = Fuente cuyos registros se auditan; hace falta donde hay varias
cli-rla-plan-arg-register = Total del registro que acota lo que falta; el menos favorable que se aplica si no se da
cli-rla-plan-arg-independent = Las actas se leen de nuevo en copias de este origen independiente, lo que resuelve también el eslabón 2: otra fuente u origen de la carpeta, o palabras para uno que no está en ella, nunca una persona
cli-rla-plan-arg-trust-registered = Las copias no dicen los electores que dicen los registros: no se leen de nuevo, y toda conclusión dice que se apoya en ellos
cli-rla-plan-arg-also = Carpeta de otro cargo de las mismas mesas: se planifica un sorteo para todos junto a uno para cada uno; puede darse varias veces
cli-rla-plan-arg-method = Medida que decide: kaplan-markov (lo usual en una transcripción) o capped (resiste una urna que falta, lo usual en urnas) sortean mesas; stratified sortea aparte las mesas de varios estratos, con un solo riesgo para todos; alpha, bravo y ballot-comparison sortean papeletas de las urnas, una por una
cli-rla-plan-arg-cvr = Registros de cada papeleta para ballot-comparison: CSV con las columnas station, position, option; las papeletas sin registro cuentan como ausentes
cli-rla-plan-arg-mirror = Carpeta o dirección web donde buscar por su resumen los archivos fijados; puede darse varias veces; SCRUTINEER_MIRROR enumera otras carpetas
cli-rla-plan-arg-fetch = Permite la red para los archivos fijados que ningún espejo tiene
cli-rla-plan-arg-portable = No usa la caché
cli-rla-plan-arg-accept-import = Sigue aunque una fuente rompa su identidad declarada en más del 1 % de las filas
cli-rla-plan-after =
    Esto planea una auditoría de un cargo: de mesas (comparación por lotes), con --method stratified por estratos, o con --link boxes --method alpha, bravo o ballot-comparison de papeletas una por una. --also dice cuánto pediría un solo sorteo para varios cargos; cada cargo tiene una auditoría con su propio nombre.
cli-rla-commit-about = Fija plan, lista, totales, reglas y pruebas; imprime el único resumen que se anuncia antes de los dados
cli-rla-commit-arg-dir = Carpeta de la elección
cli-rla-commit-arg-audit = Nombre de la auditoría; hace falta donde hay varias
cli-rla-commit-arg-json = Escribe el documento para programas
cli-rla-commit-arg-mirror = Carpeta o dirección web donde buscar por su resumen los archivos fijados; puede darse varias veces; SCRUTINEER_MIRROR enumera otras carpetas
cli-rla-commit-arg-fetch = Permite la red para los archivos fijados que ningún espejo tiene
cli-rla-commit-arg-portable = No usa la caché
cli-rla-commit-arg-accept-import = Sigue aunque una fuente rompa su identidad declarada en más del 1 % de las filas
cli-rla-draw-about = Sortea mesas o papeletas con las cifras de los dados; escribe la lista, el archivo por llenar y planillas por centro
cli-rla-draw-arg-dir = Carpeta de la elección
cli-rla-draw-arg-audit = Nombre de la auditoría; hace falta donde hay varias
cli-rla-draw-arg-json = Escribe el documento para programas
cli-rla-draw-arg-seed = Lo que dieron los dados: al menos 20 cifras decimales; las rondas siguientes continúan con las primeras
cli-rla-draw-arg-announced = Dónde y cuándo se anunció el compromiso antes de los dados
cli-rla-draw-arg-size = Número de sorteos; lo que pide el plan o la última medida si no se da
cli-rla-draw-arg-full-count = No sortea: se revisan todas las mesas
cli-rla-record-about = Añade lo que se encontró en las mesas o en las papeletas, por función y nunca por nombre; nada de lo anotado se cambia
cli-rla-record-arg-dir = Carpeta de la elección
cli-rla-record-arg-file = CSV con las columnas station, status, role y una por opción, o para papeletas una por una station, position, status, option, in_box, role; pueden añadirse date y supersedes
cli-rla-record-arg-audit = Nombre de la auditoría; hace falta donde hay varias
cli-rla-record-arg-json = Escribe el documento para programas
cli-rla-measure-about = Dice el riesgo hasta ahora y qué sigue; escribe el certificado que cualquiera puede repetir
cli-rla-measure-arg-dir = Carpeta de la elección
cli-rla-measure-arg-audit = Nombre de la auditoría; hace falta donde hay varias
cli-rla-measure-arg-json = Escribe el documento para programas
cli-value-link = ESLABÓN
cli-value-register = REGISTRO
cli-value-method = MÉTODO
cli-value-origin = ORIGEN
cli-value-digits = CIFRAS

rla-none = { $file }: no hay ninguna auditoría planeada
rla-several = hay varias auditorías planeadas; nombre una con --audit: { $known }
rla-name = un nombre tiene de 1 a 64 caracteres de A-Z a-z 0-9 . _ - y no empieza con punto, se encontró { $found }
rla-source = nombre la fuente con --source; se conocen: { $known }
rla-progress-planning = se planea
rla-committed-already = { $file }: esta auditoría ya se anunció; un plan nuevo necesita otro nombre (--audit)
rla-records-changed = los registros, el padrón o las reglas ya no son los del plan; planee de nuevo
rla-full-count = un conteo total
rla-size =
    { $draws ->
        [one] 1 sorteo
       *[other] { $draws } sorteos
    }

rla-plan-heading =
    { $kind ->
        [boxes] Auditoría de urnas "{ $audit }"
       *[other] Auditoría de la transcripción "{ $audit }"
    }, límite de riesgo { $limit }. Resultado de los registros que se audita: { $winners }.
rla-plan-incomplete =
    { $count ->
        [one] Una mesa tiene lecturas rivales o una opción sin leer: cuenta como mesa sin registro, con su capacidad.
       *[other] { $count } mesas tienen lecturas rivales o una opción sin leer: cuentan como mesas sin registro, con su capacidad.
    }
rla-plan-row =
    { $register ->
        [none] Sin total del padrón electoral, por { $resting }
       *[other] Total del registro { $register }
    }{ $total ->
        [none] {""}
       *[other] {" "}({ $total })
    }{ $applies ->
        [no] , que cuenta a personas que no votan en esta elección
       *[other] {""}
    }{ $basis ->
        [yes] , en el que se apoya el plan
       *[other] {""}
    }: margen en las actas { $sheets }, menos { $missing } que caben en las mesas sin registro, deja { $margin }. Todas las mesas juntas podrían errar { $bound } veces eso.
rla-plan-row-cannot =
    { $register ->
        [none] Sin total del padrón electoral, por { $resting }
       *[other] Total del registro { $register }
    }{ $total ->
        [none] {""}
       *[other] {" "}({ $total })
    }{ $basis ->
        [yes] , en el que se apoya el plan
       *[other] {""}
    }: margen en las actas { $sheets }, menos { $missing } que caben en las mesas sin registro, deja { $margin }. Ningún sorteo de estas actas puede confirmar el resultado.
rla-plan-row-not-stated =
    { $register ->
        [none] Sin total del padrón electoral, por { $resting }
       *[other] Total del registro { $register }
    }: nadie declara cuánto cabe en las mesas sin registro. Ningún sorteo puede confirmar el resultado.
rla-plan-kaplan-markov = Con { $resting }, sorteando en proporción al error posible: { $ten } al 10 %, { $five } al 5 %, { $one } al 1 %, si ningún registro está mal.
rla-plan-capped = Con { $resting }, de modo que se resista una mesa que falta: { $ten } al 10 %, { $five } al 5 %, { $one } al 1 %.
rla-plan-only-full-count = Con { $resting }, al 10, 5 y 1 %: un conteo total. Ningún sorteo menor que todas las mesas bastaría.
rla-plan-equal = Con { $resting }, con igual probabilidad para cada mesa y todas confirmadas: { $ten } al 10 %, { $five } al 5 %, { $one } al 1 %. Para comparar; este programa sortea en proporción.
rla-plan-differing =
    { $count ->
        [one] Con { $resting }, si una de las mesas sorteadas difiere en un décimo de lo máximo posible: { $size }.
       *[other] Con { $resting }, si { $count } de las mesas sorteadas difieren en un décimo de lo máximo posible: { $size }.
    }
rla-plan-simulated = Con { $resting }, si una de cada cien difiere así: { $half } en la mitad de 200 auditorías simuladas, { $most } en nueve de cada diez.
rla-plan-shows = Lo que muestra un número de mesas sorteadas con { $resting }, si todas se confirman:
rla-plan-shows-row = { $size } con { $resting }: un riesgo de a lo sumo { $risk }; con una confianza del { $confidence }, los errores quitan menos de { $taken } veces el margen.
rla-plan-work-all =
    Con { $resting }, ningún sorteo menor que todas las mesas bastaría al { $limit }: un conteo total revisa { $kind ->
        [boxes] { $count ->
            [one] la única urna
           *[other] las { $count } urnas
        }, { $ballots } papeletas
       *[other] { $count ->
            [one] la única acta
           *[other] las { $count } actas
        }
    }, { $hours ->
        [one] una hora
       *[other] { $hours } horas
    } de un equipo de dos.
rla-plan-work =
    Primer tamaño con { $resting }: { $size }. Se esperan { $stations } { $kind ->
        [boxes] urnas distintas, { $ballots } papeletas
       *[other] actas distintas
    }, { $hours ->
        [one] una hora
       *[other] { $hours } horas
    } de un equipo de dos.
rla-need-transcription = Qué hace falta: alguien que lea de nuevo las copias de las mesas sorteadas sin ver los registros.
rla-need-independent = Qué hace falta: copias de las mesas sorteadas de "{ $origin }", que llegaron por otro camino que las de los registros, y alguien que las lea sin ver los registros.
rla-need-boxes = Qué hace falta: acceso a las urnas de las mesas sorteadas, selladas desde el conteo, y personas de varias partes que las cuenten juntas. Una negativa o una urna que falta cuenta como el peor caso.

rla-announce = Anuncie este resumen, en público, antes de lanzar los dados:
rla-announce-check = Cualquiera puede calcularlo:
rla-no-dice = No hacen falta dados: se revisan todas las mesas. Nada puede cambiarse después del anuncio.
rla-dice = Después lance dados en público: al menos 20 cifras. Nadie puede conocer las cifras antes del anuncio, y nada puede cambiarse después.

rla-draw-before-commit = nada se sortea antes de anunciar el compromiso; ejecute antes "rla commit"
rla-draw-not-recorded = quedan mesas sorteadas por anotar; anótelas primero
rla-draw-same-seed = todas las rondas de una auditoría continúan con la semilla de la primera, { $expected }; se encontró { $found }
rla-draw-not-announced = Nadie dijo dónde se anunció el compromiso antes de los dados (--announced); lo que entonces no era público no obliga a nadie.
rla-record-before-draw = todavía no se sorteó nada
rla-ended = la auditoría terminó: no se sortea más; rla record toma filas que sustituyen a otras
rla-only-full-count = ningún sorteo menor que todas las mesas bastaría; use --full-count, o --size para sortear de todos modos
rla-drawn =
    { $draws ->
        [one] 1 sorteo
       *[other] { $draws } sorteos
    }: { $stations ->
        [one] hay que revisar una mesa.
       *[other] hay que revisar { $stations } mesas distintas.
    } Una mesa que salió dos veces cuenta dos veces.
rla-full-count-begun =
    { $stations ->
        [one] Conteo total: queda una mesa por revisar.
       *[other] Conteo total: quedan { $stations } mesas por revisar.
    }
rla-column-station = Mesa
rla-column-status = Hallado (counted o read, missing, refused)
rla-column-role = Función, nunca un nombre
rla-column-date = Fecha
rla-column-registered = Electores inscritos en el acta
rla-form-title = Planillas de la auditoría { $audit }
rla-form-place = Centro de votación { $place }
rla-form-no-place = Mesas sin centro de votación
rla-form-transcription = Lea el acta y escriba sus números, sin mirar los registros. No deje nada vacío: si un número no se puede leer, el acta cuenta como si faltara.
rla-form-boxes = Cuente a mano las papeletas de la urna, todas las opciones, dos veces. Si no hay urna escriba "missing"; si se niega el acceso, "refused".
rla-form-names = No escriba nombres. Funciones: audit-board, authority, party-agent, observer, court, citizen, reader.

rla-recorded =
    { $count ->
        [one] Se anotó una mesa.
       *[other] Se anotaron { $count } mesas.
    }
rla-state =
    { $kind ->
        [boxes] Auditoría de urnas "{ $audit }"
       *[other] Auditoría de la transcripción "{ $audit }"
    }: { $state ->
        [planned] planeada
        [committed] anunciada
        [drawn] sorteada
        [auditing] en curso
        [full-count] conteo total
        [confirmed] confirmada
       *[overturned] revertida
    }. Resultado que se audita: { $winners }.
rla-sample =
    { $drawn ->
        [one] 1 sorteo
       *[other] { $drawn } sorteos
    } de { $distinct ->
        [one] una mesa
       *[other] { $distinct } mesas distintas
    }; { $audited } de ellas anotadas, { $pending } por anotar.
rla-risk =
    Riesgo hasta ahora, sobre { $measured ->
        [one] el primer sorteo
       *[other] los primeros { $measured } sorteos
    }, con { $resting }: a lo sumo { $p } (límite { $limit }; medida que decide: { $measure }). Por kaplan-markov { $kaplan }, por capped { $capped }.
rla-finding-absent =
    Mesa { $station }: { $how ->
        [refused] se negó el acceso
       *[other] no se encontró nada que revisar
    }; cuenta como el peor caso.
rla-finding-too-large = Mesa { $station }: se hallaron más votos de los que caben. Mientras no se explique, solo decide un conteo total.
rla-finding-discrepancy = Mesa { $station }: el registro difiere; en neto { $votes } votos del margen (bajo 0: a favor de la otra parte).
rla-next-planned = Sigue: anunciar el plan.
rla-next-committed = Sigue: lanzar los dados y sortear.
rla-next-record =
    { $pending ->
        [one] Sigue: anotar la mesa que queda. La que falta se anota como missing, nunca se omite.
       *[other] Sigue: anotar las { $pending } mesas que quedan. Las que faltan se anotan como missing, nunca se omiten.
    }
rla-next-draw =
    { $draws ->
        [one] Sigue, con { $resting }: un sorteo más, si no muestra error.
       *[other] Sigue, con { $resting }: { $draws } sorteos más, si no muestran error.
    }
rla-next-all = Sigue: un conteo total. Ningún sorteo menor que todas las mesas bastaría.
rla-next-full-count =
    { $pending ->
        [0] Todas las mesas están anotadas, y lo que no se pudo revisar puede decidir el resultado.
        [one] Sigue: anotar la mesa que queda del conteo total.
       *[other] Sigue: anotar las { $pending } mesas que quedan del conteo total.
    }
rla-end-confirmed =
    { $how ->
        [full-count] Confirmada por un conteo total, con { $resting }: lo hallado tiene el resultado de los registros, sea lo que sea lo que no se pudo revisar.
       *[risk] Confirmada, con { $resting }: si el resultado estuviera mal, la probabilidad de no ver más que esto es a lo sumo { $limit }.
    } { $count ->
        [one] El eslabón { $links } queda acotado.
       *[other] Los eslabones { $links } quedan acotados.
    }{ $origin ->
        [none] {""}
       *[other] {" "}Como origen de las copias se nombró "{ $origin }".
    }
rla-end-overturned =
    Revertida por un conteo total: lo hallado no sostiene el resultado de los registros, sea lo que sea lo que no se pudo revisar. { $count ->
        [one] El eslabón { $links } está roto.
       *[other] Los eslabones { $links } están rotos.
    }{ $origin ->
        [none] {""}
       *[other] {" "}Como origen de las copias se nombró "{ $origin }".
    }

rla-certificate =
    Certificado de la auditoría { $audit }.
    Anunciado antes de los dados: { $digest } (SHA-256 de commitment.json).
    T = { $total }, la suma de las cotas; U = T / { $denominator } = { $bound }; límite de riesgo { $risk_limit }. Las cotas y el riesgo son con { $resting }.
    Cómo repetir un sorteo: printf '%s' 'MESSAGE' | sha256sum; quédese con las primeras 15 cifras, como número hexadecimal x. Es menor que { $limit }, o el sorteo se repitió con el intento siguiente. x módulo T es VALUE. La mesa es la primera fila de manifest.csv cuya columna cumulative es mayor que VALUE: ABOVE es a lo sumo VALUE, CUMULATIVE es mayor.
    Cómo repetir el riesgo: TAINT es la parte de la cota de la mesa en que el registro era demasiado bueno para el resultado; 1 donde no se halló nada. ln p empieza en 0 para cada medida. LN_P_KAPLAN_MARKOV: cada sorteo suma ln(1 - 1/U) - ln(1 - TAINT); después de un TAINT de 1 dice "ruined": el riesgo es 1, venga lo que venga. LN_P_CAPPED: cada sorteo suma -ln(1 + lambda (1/U - TAINT)), con lambda = 0.9 U / (U - 1) = { $lambda }. Decide la medida { $measure }; el riesgo es e a esa potencia, y a lo sumo 1. Desde el primer sorteo sin anotar dice "not-recorded".
rla-certificate-risk = Riesgo medido por { $measure }, con { $resting }: { $p }

rla-error-differs = { $what }: se esperaba { $expected }, se encontró { $found }
rla-error-form = se esperaba un archivo tal como lo escribe el programa, se encontró otra cosa
rla-error-text = se esperaba texto en UTF-8, se encontraron otros bytes
rla-error-absent = falta el archivo
rla-error-stray = este archivo no sigue a ninguno de los otros: un archivo anterior se cambió o se quitó
rla-error-fork = varios archivos siguen al mismo: { $files }
rla-error-state = { $file } no puede seguir aquí: la auditoría está en el estado { $found }
rla-error-follows = el contenido no se sigue de los archivos anteriores
rla-error-bounds = se esperaban las cotas que se siguen de votos y capacidades, se encontraron otras
rla-error-order = se esperaban las mesas en orden, cada una una vez, se encontró { $station }
rla-error-rule = con esta regla y estas opciones nadie puede perder: no hay nada que auditar
rla-error-tie = los registros muestran un empate o ningún resultado: solo decide un conteo total
rla-error-no-records = ninguna mesa tiene un registro completo
rla-error-range = los números son demasiado grandes para sortear con ellos
rla-error-not-stated = nadie declara cuánto cabe en las mesas sin registro de la fuente { $source }; debe decirlo el total del padrón electoral o una regla de capacidad
rla-error-capacity =
    { $count ->
        [one] nadie declara cuántas papeletas caben en la mesa { $station }
       *[other] nadie declara cuántas papeletas caben en { $count } mesas; la primera es { $station }
    }
rla-error-register = { $found } no es un total de electores que se pueda usar; se conocen: { $known }
rla-error-cannot-confirm =
    con { $register ->
        [none] { $how ->
            [list] la lista oficial de cada mesa
            [records] los electores de cada mesa según la lista o su registro
            [issued] las papeletas entregadas a cada mesa
            [maximum] el máximo legal de cada mesa
           *[other] lo que cabe en cada mesa
        }
       *[other] el total del padrón electoral { $register }
    } ningún sorteo de estas actas puede confirmar el resultado: margen en las actas { $sheets }, menos { $missing } que caben en las mesas sin registro, deja { $margin }
rla-error-risk-limit = se esperaba un límite de riesgo de a lo sumo { $most }, se encontró { $found }: por encima, "confirmada" diría poco más que nada
rla-error-origin-text = el origen de las copias independientes necesita de 1 a 200 caracteres sin saltos de línea y sin blancos alrededor
rla-error-origin-same = "{ $found }" es la fuente ({ $source }) o el origen ({ $origin }) de los propios registros: copias del mismo origen no dicen nada sobre si son auténticas
rla-error-seed = se esperaban al menos 20 cifras decimales y nada más, se encontró "{ $found }"
rla-error-column = se esperaba una de las columnas { $known }; esta no se toma, porque puede nombrar a alguien
rla-error-column-twice = la columna está dos veces
rla-error-no-column = falta la columna
rla-error-no-rows = el archivo no tiene filas
rla-error-more = { $count ->
    [one] { $count } problema más no se muestra
   *[other] { $count } problemas más no se muestran
 }
rla-error-cells = se esperaban { $expected } celdas, se encontraron { $found }
rla-error-cell = se esperaba { $expected }
rla-error-votes-of-none = se esperaba una celda vacía, porque no se halló nada
rla-error-unknown-station = { $station } no está en la lista
rla-error-not-drawn = { $station } no salió en el sorteo
rla-error-recorded = { $station } se anotó con el número { $number }; para reemplazar ese registro escriba su número en la columna supersedes
rla-error-supersedes = { $station } no tiene un registro { $number } que se pueda reemplazar
rla-error-twice = { $station } ya está en la fila { $row }
