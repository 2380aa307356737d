# Qué cambió de publicación a publicación, en páginas propias y en la primera.

changes-answers = Respuestas
changes-pairs = Comparar dos publicaciones
changes-pairs-text = Cada par de estas publicaciones tiene una página: respuestas, totales y cobertura antes y después, y los asientos entre ambas, mesa por mesa.
changes-pair-caption = Cada publicación con las anteriores
changes-column-with = Comparada con
changes-only-some = Las publicaciones más antiguas se comparan con la orden.
changes-pair-title = De { $from } a { $to } asientos
changes-pair-text = Qué decía el registro público con { $from } asientos, a fecha del { $old }, y con { $to } asientos, a fecha del { $new }.
changes-same-date = Qué decía el registro público con { $from } y con { $to } asientos, ambos a fecha del { $new }.
changes-numbers = Totales y cobertura
changes-numbers-caption = Antes y después, { $source }
changes-entries = Asientos
changes-entries-caption = Asientos entre ambas, por clase
changes-column-kind = Clase
changes-stations = Mesas
changes-stations-caption =
    { $count ->
        [one] Un asiento sobre un acta
       *[other] { $count } asientos sobre actas
    }
changes-no-stations = Ningún asiento entre ambas trata de un acta.
changes-step = Las mesas están en las páginas de una publicación a la siguiente:
changes-column-what = Qué
changes-column-entry = Asiento
changes-new = nueva
changes-again = otra lectura
changes-corrected = corrige el asiento { $before }
changes-withdrawn = retira el asiento { $before }
changes-since = Cambió desde el { $date } ({ $size } asientos)
changes-because =
    Por los asientos desde entonces: { $new ->
        [one] un acta nueva
       *[other] { $new } actas nuevas
    }, { $corrected ->
        [one] una corrección
       *[other] { $corrected } correcciones
    }, { $withdrawn ->
        [one] un retiro
       *[other] { $withdrawn } retiros
    }, { $others ->
        [one] otro asiento
       *[other] { $others } otros asientos
    }.
changes-declared-replaced =
    Lo declarado se reemplazó o se retiró: { $count ->
        [one] un asiento
       *[other] { $count } asientos
    } sobre declaraciones.
changes-declared-added =
    Se declaró más: { $count ->
        [one] un asiento nuevo
       *[other] { $count } asientos nuevos
    } sobre declaraciones.
changes-kinds-corrected = Se corrigió: { $kinds }.
changes-kinds-withdrawn = Se retiró: { $kinds }.
changes-more = Todo lo que cambió
changes-jump = Cambió en los últimos siete días
changes-nothing = No cambió ninguna respuesta, total ni cobertura.
changes-errata = Fe de erratas
changes-errata-text = Correcciones y retiros de asientos. Lo que reemplazan queda en el registro público.
changes-errata-caption =
    { $count ->
        [one] Una corrección
       *[other] { $count } correcciones
    }
changes-no-errata = No se corrigió nada.
changes-column-subject = Sobre
