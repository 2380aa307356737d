# Auditorías de papeletas una por una: plan, sorteo, registros, certificado. Ids: rla-ballot...; ayuda como en rla.ftl.

rla-ballots-plan-row =
    { $register ->
        [none] Sin total del padrón electoral, por { $resting }
       *[other] Total del registro { $register }
    }{ $total ->
        [none] {""}
       *[other] {" "}({ $total })
    }{ $applies ->
        [no] , que cuenta a personas que no votan en este cargo
       *[other] {""}
    }{ $basis ->
        [yes] , en el que descansa el plan
       *[other] {""}
    }: margen en las actas { $sheets }, menos { $missing } que pueden contener las mesas sin registro, deja { $margin }.
rla-ballots-plan-sizes = Con { $resting }, papeletas una por una con { $measure }: { $ten } al 10 %, { $five } al 5 %, { $one } al 1 %, lo que basta en unas nueve de diez auditorías si los registros son correctos.
rla-ballots-plan-population = Posiciones que pueden salir: { $ballots }, en cada mesa tantas como papeletas caben en su urna, diga lo que diga su acta. Todas son igual de probables. Una posición por encima del número de papeletas contadas en la urna está vacía y cuenta como un voto para nadie.
rla-ballots-plan-expected = Con { $resting }, lo esperado por los márgenes, si los registros son correctos: { $size }.
rla-ballots-plan-simulated = Con { $resting }, en 200 auditorías simuladas de los registros: { $half } en la mitad, { $most } en nueve de diez.
rla-ballots-plan-work =
    Primer tamaño con { $resting }: { $size }, lo que basta en unas nueve de diez auditorías si los registros son correctos. Se esperan { $ballots } papeletas distintas en { $stations } urnas, { $hours ->
        [one] una hora
       *[other] { $hours } horas
    } de un equipo de dos.
rla-need-ballots = Qué hace falta: acceso a las urnas de las mesas sorteadas, selladas desde el escrutinio, y personas de varios lados. Ponen las papeletas de una urna en una sola pila, en un orden que nadie eligió, y las cuentan ante testigos, antes de que nadie mire qué posiciones salieron; la posición se cuenta desde arriba. Una negativa, una urna que falta o una papeleta que falta cuentan como el peor caso.

rla-ballots-drawn =
    { $draws ->
        [one] 1 sorteo
       *[other] { $draws } sorteos
    }: { $ballots ->
        [one] hay que mirar una papeleta.
       *[other] hay que mirar { $ballots } papeletas distintas en { $stations ->
            [one] una urna
           *[other] { $stations } urnas
        }.
    } Una papeleta que salió dos veces cuenta dos veces.
rla-column-position = Posición, desde arriba
rla-column-seen = Encontrado (valid, blank, spoilt, empty, missing, refused)
rla-column-option = Opción, si es válida
rla-column-in-box = Papeletas en la urna
rla-column-witnesses = Testigos, por su función
rla-column-time = Hora
rla-form-positions = Centro de votación { $place }: posiciones
rla-form-boxes-first = Primero, antes de que nadie pase a la página de las posiciones: ponga las papeletas de la urna en una sola pila, en el orden en que salen, cuéntelas ante testigos y escriba aquí el número. Desde ahí nadie cambia el orden de la pila. Las posiciones son públicas desde el sorteo: este orden y este número son lo que impide elegirlas.
rla-form-ballots = Solo para urnas cuyas papeletas se contaron en la página anterior. La posición se cuenta desde arriba. Escriba lo que dice cada papeleta sorteada; "empty" donde la posición supera el número de papeletas de la urna, "missing" donde no la supera y la papeleta no aparece, o no hay urna, y "refused" donde se niega el acceso.
rla-form-options = Opciones: { $known }.

rla-ballots-recorded =
    { $count ->
        [one] Una papeleta anotada.
       *[other] { $count } papeletas anotadas.
    }
rla-ballots-sample =
    { $drawn ->
        [one] 1 sorteo
       *[other] { $drawn } sorteos
    } de { $distinct ->
        [one] una papeleta
       *[other] { $distinct } papeletas distintas
    }; { $audited } de estas anotadas, { $pending } por anotar.
rla-ballots-risk =
    Riesgo hasta ahora, sobre { $measured ->
        [one] el primer sorteo
       *[other] los primeros { $measured } sorteos
    }, con { $resting }, por { $measure }: a lo sumo { $p } (límite { $limit }).
rla-ballot-absent =
    Mesa { $station }, papeleta { $position }: { $how ->
        [refused] se negó el acceso
       *[other] no se encontró ninguna papeleta
    }; cuenta como el peor caso.
rla-ballot-box-full = Mesa { $station }: { $found } papeletas en una urna en la que caben { $beside }. Mientras no se explique, solo decide un conteo total.
rla-ballot-box-more = Mesa { $station }: { $found } papeletas en la urna, { $beside } según su acta. Caben en ella; el acta no las dice todas.
rla-ballot-box-fewer = Mesa { $station }: { $found } papeletas en la urna, { $beside } según su acta. Las posiciones por encima cuentan como votos para nadie.
rla-ballots-next-record =
    { $pending ->
        [one] Sigue: anotar la papeleta que queda. La que falta se anota como missing, nunca se omite.
       *[other] Sigue: anotar las { $pending } papeletas que quedan. Las que faltan se anotan como missing, nunca se omiten.
    }
rla-ballots-next-draw =
    { $draws ->
        [one] Sigue, con { $resting }: un sorteo más
       *[other] Sigue, con { $resting }: { $draws } sorteos más
    }, lo que basta en unas nueve de diez auditorías si los registros son correctos.
rla-ballots-next-all = Sigue: un conteo total de todas las urnas. No bastan menos sorteos que papeletas.
rla-ballots-next-void = Sigue: un conteo total de todas las urnas, o una explicación: una urna tenía más papeletas de las que caben en ella, de modo que no se puede medir ningún riesgo.

rla-ballots-certificate =
    Certificado de la auditoría { $audit }.
    Anunciado antes de los dados: { $digest } (SHA-256 de commitment.json).
    T = { $total }, el número de posiciones que pueden salir; M = { $missing }, los votos que pueden contener las mesas sin registro; límite de riesgo { $risk_limit }. El riesgo es el d{ $resting }.
    Cómo repetir un sorteo: printf '%s' 'MESSAGE' | sha256sum; quédese con las primeras 15 cifras, como un número hexadecimal x. Es menor que { $limit }, o el sorteo se repitió con el intento siguiente. x módulo T es VALUE. La mesa es la primera fila de manifest.csv cuya columna cumulative es mayor que VALUE: ABOVE es a lo sumo VALUE, CUMULATIVE es mayor. POSITION es VALUE - ABOVE + 1.
    Cómo repetir el riesgo: para cada afirmación, X es lo que la papeleta dice de ella: 0 en contra o donde nadie vio la papeleta, u a favor, 1/2 por ninguna o donde la urna tiene menos papeletas. t = 1/2 + M / (2 T) es la media más grande si la afirmación es falsa. ln p empieza en 0; cada sorteo resta ln(1 + lambda (X - t)). El riesgo de una afirmación es e elevado al menor ln p hasta ahí, y a lo sumo 1; el del resultado es el mayor de las afirmaciones. Desde el primer sorteo no anotado dice "not-recorded".
rla-ballots-bets-alpha = Decide la medida alpha: lambda = (eta_j - t) / (t (u - t)) con eta_j = min(u - c / sqrt(d + j - 1), max((d eta + S) / (d + j - 1), t + c / sqrt(d + j - 1))), d = 100, donde S es la suma de X en los j - 1 sorteos anteriores.
rla-ballots-bets-bravo = Decide la medida bravo: lambda es la misma en cada sorteo, (eta - t) entre la media de (X - t)^2 según los registros, y a lo sumo 0.99 / t.

rla-ballot-error-beyond = la mesa { $station } tiene las posiciones 1 a { $most }, se encontró { $position }
rla-ballot-error-not-drawn = la papeleta { $position } de { $station } no salió en el sorteo
rla-ballot-error-recorded = la papeleta { $position } de { $station } se anotó con el número { $number }; para sustituir esa anotación escriba su número en la columna supersedes
rla-ballot-error-supersedes = la papeleta { $position } de { $station } no tiene ninguna anotación { $number } que se pueda sustituir
rla-ballot-error-twice = la papeleta { $position } de { $station } ya está en la fila { $row }
rla-ballot-error-option-of-none = se esperaba una celda vacía: solo una papeleta válida tiene opción
rla-ballot-error-not-empty = la posición { $position } no está vacía en una urna de { $found } papeletas: escriba lo que dice la papeleta, o "missing" donde no aparece
rla-ballot-error-empty = la posición { $position } supera las { $found } papeletas de la urna: escriba "empty"
rla-ballot-error-boxes = la fila de la posición { $position } dice { $expected } papeletas en la urna de { $station }, se encontró { $found } ("-" donde no hay urna): todas las filas de una mesa dicen un solo número. Tras otro conteo sustitúyalas todas en un mismo archivo
rla-ballot-error-in-box = se miró la posición { $position } en una urna de { $found } papeletas

## Papeletas que se comparan con sus registros

rla-ballots-plan-compared =
    Posiciones con registro: { $recorded }. { $unrecorded ->
        [0] Todas las papeletas de las actas tienen uno.
        [one] Una papeleta de las actas no tiene: se supone que falta.
       *[other] { $unrecorded } papeletas de las actas no tienen: se supone que faltan.
    }
rla-cast-sums =
    { $stations ->
        [0] En cada mesa los registros de papeletas tienen los votos del acta.
        [one] En una mesa los registros de papeletas no tienen los votos del acta
       *[other] En { $stations } mesas los registros de papeletas no tienen los votos de las actas
    }{ $stations ->
        [0] {""}
       *[other] , en conjunto por { $votes } votos del margen más chico.
    }
rla-ballot-differs = Mesa { $station }, papeleta { $position }: el registro difiere; en neto { $votes } votos del margen (bajo 0: a favor de la otra parte).
rla-ballot-unrecorded = Mesa { $station }, papeleta { $position }: no tiene registro; en neto { $votes } votos del margen (bajo 0: a favor de la otra parte).
rla-ballots-bets-ballot-comparison = Decide la medida ballot-comparison: X es (1 - o / u) / (2 - v / u), donde o es el valor del registro menos el de la papeleta, ambos de 0 a u según la afirmación, y v el margen según los registros de papeletas, como parte de T y menos M / T; una papeleta que nadie vio vale 0, una sin registro cuenta como anotada con 1/2. Aquí t es 1/2, la línea de una afirmación da como u el mayor X, y lambda = 0.9 / t en cada sorteo.
rla-cast-error-needed = --method ballot-comparison necesita los registros de cada papeleta (--cvr ARCHIVO), y solo ese método los toma
rla-cast-error-twice = la papeleta { $position } de { $station } tiene dos registros
rla-cast-error-option = papeleta { $position } de { $station }: { $found } no es una opción del cargo
rla-cast-error-outcome = los registros de papeletas, menos lo que no tiene registro, no muestran el resultado de las actas: ninguna comparación puede confirmarlo
