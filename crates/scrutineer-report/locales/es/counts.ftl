# Cuentas de personas cuya frase necesita más que tres números, y lo que se dice de números pequeños.
incidents-count-stated =
    { $kind ->
        [killed] Muertes
        [wounded] Personas heridas
        [detained] Detenciones
        [disappeared] Desapariciones
        [threatened] Amenazas
        [dismissed] Despidos
        [agent-expelled] Testigos retirados
       *[other] Copias negadas
    }: { $minimum ->
        [none] { $lists ->
            [0] no hay lista de nombres en esta carpeta, así que nadie se cuenta como corroborado ni como nombrado
           *[other] se reserva cuántas personas están corroboradas aquí
        }
        [one] al menos una persona está corroborada aquí
       *[other] al menos { $minimum } personas están corroboradas aquí
    }{ $credible ->
        [none] { $lists ->
            [0] {""}
            [one] ; se reserva cuántas están nombradas en una lista
           *[other] ; se reserva cuántas están nombradas en { $lists } listas
        }
        [one] ; una está nombrada en { $lists ->
            [one] una lista
           *[other] { $lists } listas
        }
       *[other] ; { $credible } están nombradas en { $lists ->
            [one] una lista
           *[other] { $lists } listas
        }
    }; { $parts ->
        [none] { $maximum ->
            [none] { $lists ->
                [0] cuántas se reportaron se reserva
               *[other] no se publicó una cifra mayor
            }
            [0] no se publicó ninguna cifra
           *[other] se reportaron hasta { $maximum }
        }
       *[other] las mayores cifras de áreas que no se solapan son { $parts }{ $maximum ->
            [none] {""}
           *[other] , juntas { $maximum }, que nadie dijo
        }
    }. Conocido el { $date }.
incidents-no-list = sin lista de nombres
incidents-figure-apart = en { $area }: { $number } ({ $name }, { $date })
incidents-count-conflicts =
    { $count ->
        [one] Una decisión sobre un par contradice las de personas, o junta dos registros de una lista: revísela.
       *[other] { $count } decisiones sobre pares contradicen las de personas, o juntan dos registros de una lista: revíselas.
    }
incidents-type-withheld = { $what }: el número de reportes, que es pequeño, y sus días se reservan
incidents-observed-unplaced =
    { $name } ({ $sample }): { $reports ->
        [one] un reporte
       *[other] { $reports } reportes
    }; no todos dicen en cuál de los { $of } lugares observados, así que no hay proporción
incidents-estimate-fit = Bondad de ajuste de estos modelos: de { $low } a { $high }. Por debajo de 0,01 un modelo no describe las listas.
incidents-estimate-fit-none = Estos modelos tienen tantos términos como números: nada dice si se ajustan.
incidents-refused-fit = ningún modelo describe cómo se solapan las listas: la mejor bondad de ajuste es menor que 0,01
incidents-refused-few = se esperaban 50 personas o más, se encontraron menos de 5
incidents-refused-overlap-few = { $first } y { $second } comparten menos de 5 personas
incidents-repeated-member = se esperaba cada nombre una vez en una línea, hay uno dos veces
incidents-link-apart = se esperaba un archivo lejos de la carpeta: quien tiene ambos sabe quién es quién
incidents-weights-shape = se esperaban auto_threshold, review_threshold y weights
incidents-weights-levels = se esperaban sus niveles, no hay ninguno
incidents-weights-range = se esperaba un número de -100 a 100, hay otro
incidents-weights-number = se esperaba un número, no hay ninguno
incidents-weights-beside = no se esperaba nada más que { $known }
incidents-weights-threshold = se esperaba a lo más auto_threshold, hay más
incidents-forms-shape = se esperaba un archivo de formularios de incidentes
incidents-forms-schema = se esperaba { $known }
incidents-forms-ids = se esperaban ids distintos, hay uno dos veces
incidents-forms-obligations = se esperaban ids de las obligaciones del archivo
