# Qué cambió de publicación a publicación, en páginas propias y en la primera.

changes-answers = Respuestas
changes-pairs = Comparar dos publicaciones
changes-pairs-text = Cada par de estas publicaciones tiene una página: respuestas, totales y cobertura antes y después, y las entradas entre ambas, mesa por mesa.
changes-pair-caption = Cada publicación con las anteriores
changes-column-with = Comparada con
changes-only-some = Las publicaciones más antiguas se comparan con la orden.
changes-pair-title = De { $from } a { $to } entradas
changes-pair-text = Qué decía el registro público con { $from } entradas, a fecha del { $old }, y con { $to } entradas, a fecha del { $new }.
changes-same-date = Qué decía el registro público con { $from } y con { $to } entradas, ambos a fecha del { $new }.
changes-numbers = Totales y cobertura
changes-numbers-caption = Antes y después, { $source }
changes-entries = Entradas
changes-entries-caption = Entradas entre ambas, por clase
changes-column-kind = Clase
changes-stations = Mesas
changes-stations-caption =
    { $count ->
        [one] Una entrada sobre un acta
       *[other] { $count } entradas sobre actas
    }
changes-no-stations = Ninguna entrada entre ambas trata de un acta.
changes-step = Las mesas están en las páginas de una publicación a la siguiente:
changes-column-what = Qué
changes-column-entry = Entrada
changes-new = nueva
changes-again = otra lectura
changes-corrected = corrige la entrada { $before }
changes-withdrawn = retira la entrada { $before }
changes-since = Cambió desde el { $date } ({ $size } entradas)
changes-because =
    Por las entradas desde entonces: { $new ->
        [one] un acta nueva
       *[other] { $new } actas nuevas
    }, { $corrected ->
        [one] una corrección
       *[other] { $corrected } correcciones
    }, { $withdrawn ->
        [one] un retiro
       *[other] { $withdrawn } retiros
    }, { $others ->
        [one] otra entrada
       *[other] { $others } otras entradas
    }.
changes-declared-replaced =
    Lo declarado se reemplazó o se retiró: { $count ->
        [one] una entrada
       *[other] { $count } entradas
    } sobre declaraciones.
changes-declared-added =
    Se declaró más: { $count ->
        [one] una entrada nueva
       *[other] { $count } entradas nuevas
    } sobre declaraciones.
changes-kinds-corrected = Se corrigió: { $kinds }.
changes-kinds-withdrawn = Se retiró: { $kinds }.
changes-more = Todo lo que cambió
changes-jump = Cambió en los últimos siete días
changes-nothing = No cambió ninguna respuesta, total ni cobertura.
changes-errata = Fe de erratas
changes-errata-text = Correcciones y retiros de entradas. Lo que reemplazan queda en el registro público.
changes-errata-caption =
    { $count ->
        [one] Una corrección
       *[other] { $count } correcciones
    }
changes-no-errata = No se corrigió nada.
changes-column-subject = Sobre
