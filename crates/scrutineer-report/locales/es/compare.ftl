# Qué cambió entre dos informes.

compare-title = Cambios del { $old } al { $new }
compare-rules = Los informes siguen reglas distintas ({ $old }, luego { $new }). Los cambios que siguen pueden venir solo de las reglas.
compare-election = Los informes tratan de elecciones distintas ({ $old }, luego { $new }). Lo que sigue no es comparable.
compare-ids = Informe { $old }, luego { $new }.
compare-same-report = Ambos informes tienen la misma identificación: nada que cuente cambió.
compare-files = Archivos
compare-files-same = Se leyeron los mismos bytes.
compare-file-new = { $file }: nuevo
compare-file-gone = { $file }: ya no está
compare-file-changed = { $file }: cambió
compare-answers-same = Ninguna respuesta cambió.
compare-no-answer = sin esa respuesta
compare-reason = Porque:
compare-chain = Eslabones de la cadena cuyo estado cambió:
compare-state = { $old }, ahora { $new }.
compare-numbers = Totales y cobertura que cambiaron
compare-numbers-same = Ningún total ni cobertura cambió.
compare-votes = Votos para { $option }
compare-column-old = Antes
compare-column-new = Ahora
compare-column-change = Cambio
compare-findings-new =
    { $count ->
        [0] Ningún hallazgo nuevo.
        [one] Un hallazgo nuevo:
       *[other] { $count } hallazgos nuevos:
    }
compare-findings-gone =
    { $count ->
        [0] Ningún hallazgo desapareció.
        [one] Un hallazgo ya no está:
       *[other] { $count } hallazgos ya no están:
    }
compare-findings-disposed =
    { $count ->
        [0] Ningún hallazgo se examinó desde entonces.
        [one] Un hallazgo se examinó desde entonces:
       *[other] { $count } hallazgos se examinaron desde entonces:
    }
