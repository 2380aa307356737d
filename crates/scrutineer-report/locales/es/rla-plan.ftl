# Lo que mostraría un plan si se confirmara todo lo sorteado, y lo que eso no dice. Ids: rla-plan-....

rla-plan-declared =
    La declaración "{ $declaration }" tiene otro resultado: { $declared_winners ->
        [none] nadie gana
       *[other] { $declared_winners }
    }. Esta auditoría pregunta si se sostiene el de los registros: puede confirmarlo o revertirlo, y no confirma ningún otro.
rla-plan-confirmed =
    Con { $total ->
        [none] { $resting }
       *[other] el registro de { $total } { $applies ->
            [no] nombres, que cuenta a personas que no votan en esta elección
           *[other] electores
        }
    }: si { $count ->
        [one] una { $how ->
            [boxes] urna sorteada
           *[other] acta sorteada
        }
       *[other] { $count } { $how ->
            [boxes] urnas sorteadas
           *[other] actas sorteadas
        }
    } después de un compromiso público { $how ->
        [independent] se confirmaran todas con un origen independiente
        [boxes] se contaran y todas dieran lo que dicen sus actas
       *[copies] se leyeran de nuevo en las mismas copias y todas dieran lo que dicen los registros
    }, entonces, con una confianza del 95 %, { $how ->
        [copies] hay menos registros mal leídos de los que
       *[other] son falsas menos actas de las que
    } harían falta para { $rule ->
        [plurality] quitar la ventaja
       *[other] cambiar el resultado de los registros
    }.
rla-plan-not-done = Todavía no se ha hecho: nada se anunció, se sorteó ni se revisó. Es aritmética sobre los registros. Se sortea en proporción al error posible, y lo que sale dos veces cuenta dos veces.
rla-plan-who =
    Quién podría hacerlo: { $how ->
        [independent] cualquiera que tenga copias que llegaron por otro camino desde las mesas: el organismo electoral con las suyas, los partidos y observadores cuyos testigos guardaron las suyas, un tribunal. Los mismos no deben elegir qué actas se comparan; eligen los dados.
        [boxes] quien tenga acceso a las urnas selladas: el organismo electoral, un tribunal, junto con personas de varias partes. Los mismos no deben elegir qué urnas se abren; eligen los dados.
       *[copies] cualquiera que lea las copias sin ver los registros. Si las copias son auténticas lo dicen otras copias, que llegaron por otro camino desde las mesas (--independent).
    }
rla-plan-mismatch =
    Qué significaría una sola discrepancia: que { $how ->
        [independent] un registro, o una copia, no es lo que dice el otro
        [boxes] un acta no es lo que dice su urna
       *[copies] un registro no es lo que dice su copia
    }. Es un hallazgo por sí mismo, que hay que examinar. Para el resultado significa más sorteos, o un conteo total; no significa que el resultado esté mal.

rla-methods = Métodos lado a lado al { $limit }, con { $resting }, si los registros son correctos; trabajo de un equipo de dos:
rla-methods-row =
    { $name }  { $size }{ $how ->
        [most] , lo que basta en unas nueve de diez auditorías,
       *[other] {""}
    } con { $resting }: { $stations } urnas, { $ballots } papeletas, { $hours ->
        [one] una hora
       *[other] { $hours } horas
    }{ $basis ->
        [yes] {" "}(este plan)
       *[other] {""}
    }

# Lo que acota las mesas sin registro, en toda frase que nombra un tamaño o un riesgo.
rla-resting =
    { $register ->
        [none] { $how ->
            [list] la lista oficial de cada mesa
            [records] los electores de cada mesa según la lista o su registro
            [issued] las papeletas entregadas a cada mesa
            [maximum] el máximo legal de cada mesa
           *[other] lo que cabe en cada mesa
        }
       *[other] el total del padrón electoral { $register }
    }
