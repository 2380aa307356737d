# Las respuestas, sus condiciones, sus razones y lo que las cambiaría.
# Una respuesta contiene su condición y no pasa de 50 palabras.

winner-supported =
    Si { $sheets ->
        [one] la única acta
       *[other] las { $sheets } actas
    } { $label ->
        [authority] de la autoridad electoral
        [party-aligned] aportadas por una campaña
        [observer] de una misión de observación
        [media] aportadas por la prensa
        [court] de un expediente judicial
        [citizen] aportadas por la ciudadanía
        [withheld] de fuente no publicada
       *[other] de procedencia desconocida
    } son auténticas, fieles a las papeletas y bien leídas, ganó { $declared_winners }, como se declaró: ninguna forma de completar el conteo lo cambia.
winner-contradicted =
    Si { $sheets ->
        [one] la única acta
       *[other] las { $sheets } actas
    } { $label ->
        [authority] de la autoridad electoral
        [party-aligned] aportadas por una campaña
        [observer] de una misión de observación
        [media] aportadas por la prensa
        [court] de un expediente judicial
        [citizen] aportadas por la ciudadanía
        [withheld] de fuente no publicada
       *[other] de procedencia desconocida
    } son auténticas, fieles a las papeletas y bien leídas, ninguna forma de completar el conteo hace ganar a { $declared_winners }, contra lo que se declaró.
winner-undetermined =
    Si { $sheets ->
        [one] la única acta
       *[other] las { $sheets } actas
    } { $label ->
        [authority] de la autoridad electoral
        [party-aligned] aportadas por una campaña
        [observer] de una misión de observación
        [media] aportadas por la prensa
        [court] de un expediente judicial
        [citizen] aportadas por la ciudadanía
        [withheld] de fuente no publicada
       *[other] de procedencia desconocida
    } son auténticas, fieles a las papeletas y bien leídas, no bastan para saber { $declared_winners ->
        [none] quién ganó
       *[other] si ganó { $declared_winners }, como se declaró
    }: lo que falta todavía podría decidirlo.
figures-consistent =
    Si { $sheets ->
        [one] la única acta
       *[other] las { $sheets } actas
    } { $label ->
        [authority] de la autoridad electoral
        [party-aligned] aportadas por una campaña
        [observer] de una misión de observación
        [media] aportadas por la prensa
        [court] de un expediente judicial
        [citizen] aportadas por la ciudadanía
        [withheld] de fuente no publicada
       *[other] de procedencia desconocida
    } son auténticas y están bien leídas, las cifras declaradas son posibles: pueden ser la suma de estas actas y de lo que falta.
figures-differs =
    Si { $sheets ->
        [one] la única acta
       *[other] las { $sheets } actas
    } { $label ->
        [authority] de la autoridad electoral
        [party-aligned] aportadas por una campaña
        [observer] de una misión de observación
        [media] aportadas por la prensa
        [court] de un expediente judicial
        [citizen] aportadas por la ciudadanía
        [withheld] de fuente no publicada
       *[other] de procedencia desconocida
    } son auténticas y están bien leídas, las cifras declaradas difieren de ellas en { $votes ->
        [one] { $votes } voto
       *[other] { $votes } votos
    }{ $compared ->
        [smaller] ; son menos que la ventaja en las actas, { $margin }
        [reaching] ; son tantos como la ventaja en las actas, { $margin }, o más
       *[none] {""}
    }.
figures-infeasible =
    Si { $sheets ->
        [one] la única acta
       *[other] las { $sheets } actas
    } { $label ->
        [authority] de la autoridad electoral
        [party-aligned] aportadas por una campaña
        [observer] de una misión de observación
        [media] aportadas por la prensa
        [court] de un expediente judicial
        [citizen] aportadas por la ciudadanía
        [withheld] de fuente no publicada
       *[other] de procedencia desconocida
    } son auténticas y están bien leídas, las cifras declaradas son imposibles con toda lectura admisible de lo anunciado{ $votes ->
        [none] {""}
       *[other] , al menos por { $votes } votos
    }.
figures-infeasible-reading =
    Si { $sheets ->
        [one] la única acta
       *[other] las { $sheets } actas
    } { $label ->
        [authority] de la autoridad electoral
        [party-aligned] aportadas por una campaña
        [observer] de una misión de observación
        [media] aportadas por la prensa
        [court] de un expediente judicial
        [citizen] aportadas por la ciudadanía
        [withheld] de fuente no publicada
       *[other] de procedencia desconocida
    } son auténticas y están bien leídas, las cifras declaradas son imposibles{ $votes ->
        [none] {""}
       *[other] , al menos por { $votes } votos,
    } con la lectura que ellas mismas fijan: { $reading ->
        [own-turnout] los electores contados resultan de los votos y la participación declarados
        [electors] la cobertura declarada es una parte de los electores
        [tables] la cobertura declarada es una parte de las mesas
        [valid-votes] la cobertura declarada es una parte de los votos válidos
        [places] la cobertura declarada es una parte de los centros de votación
       *[other] la que se nombra en las razones
    }.
figures-undetermined =
    Si { $sheets ->
        [one] la única acta
       *[other] las { $sheets } actas
    } { $label ->
        [authority] de la autoridad electoral
        [party-aligned] aportadas por una campaña
        [observer] de una misión de observación
        [media] aportadas por la prensa
        [court] de un expediente judicial
        [citizen] aportadas por la ciudadanía
        [withheld] de fuente no publicada
       *[other] de procedencia desconocida
    } son auténticas y están bien leídas, no bastan para saber si las cifras declaradas son posibles.
standing-decided =
    Si { $sheets ->
        [one] la única acta
       *[other] las { $sheets } actas
    } { $label ->
        [authority] de la autoridad electoral
        [party-aligned] aportadas por una campaña
        [observer] de una misión de observación
        [media] aportadas por la prensa
        [court] de un expediente judicial
        [citizen] aportadas por la ciudadanía
        [withheld] de fuente no publicada
       *[other] de procedencia desconocida
    } son auténticas, fieles a las papeletas y bien leídas, ganó { $winners }: ninguna forma de completar el conteo lo cambia.
standing-undecided =
    Si { $sheets ->
        [one] la única acta
       *[other] las { $sheets } actas
    } { $label ->
        [authority] de la autoridad electoral
        [party-aligned] aportadas por una campaña
        [observer] de una misión de observación
        [media] aportadas por la prensa
        [court] de un expediente judicial
        [citizen] aportadas por la ciudadanía
        [withheld] de fuente no publicada
       *[other] de procedencia desconocida
    } son auténticas, fieles a las papeletas y bien leídas, { $winners ->
        [none] nadie va primero
       *[other] el primer lugar es de { $winners }
    }, pero lo que falta puede cambiar quién ganó.
standing-not-bounded =
    Si { $sheets ->
        [one] la única acta
       *[other] las { $sheets } actas
    } { $label ->
        [authority] de la autoridad electoral
        [party-aligned] aportadas por una campaña
        [observer] de una misión de observación
        [media] aportadas por la prensa
        [court] de un expediente judicial
        [citizen] aportadas por la ciudadanía
        [withheld] de fuente no publicada
       *[other] de procedencia desconocida
    } son auténticas, fieles a las papeletas y bien leídas, { $winners ->
        [none] nadie va primero
       *[other] el primer lugar es de { $winners }
    }, pero nadie dice cuántos votos faltan.
standing-no-sheets = Mientras no se haya leído ninguna acta, nada se sabe sobre quién ganó.
condition-winner =
    si { $sheets ->
        [one] la única acta
       *[other] las { $sheets } actas
    } { $label ->
        [authority] de la autoridad electoral
        [party-aligned] aportadas por una campaña
        [observer] de una misión de observación
        [media] aportadas por la prensa
        [court] de un expediente judicial
        [citizen] aportadas por la ciudadanía
        [withheld] de fuente no publicada
       *[other] de procedencia desconocida
    } son auténticas, fieles a las papeletas y bien leídas
condition-figures =
    si { $sheets ->
        [one] la única acta
       *[other] las { $sheets } actas
    } { $label ->
        [authority] de la autoridad electoral
        [party-aligned] aportadas por una campaña
        [observer] de una misión de observación
        [media] aportadas por la prensa
        [court] de un expediente judicial
        [citizen] aportadas por la ciudadanía
        [withheld] de fuente no publicada
       *[other] de procedencia desconocida
    } son auténticas y están bien leídas

## Razones

reason-lead-exceeds-missing =
    La ventaja de { $winners ->
        [none] quien va primero
       *[other] { $winners }
    }{ $lead ->
        [none] {""}
       *[other] , { $lead } votos,
    } es mayor que lo que cabe en lo que falta{ $missing ->
        [none] {""}
       *[other] : { $missing } votos como máximo
    }{ $register ->
        [none] {""}
       *[other] {" "}según el total del padrón electoral { $register }
    }.
reason-complete = Cada mesa tiene un acta leída por completo: no falta nada.
reason-other-wins-every-completion =
    En las actas el primer lugar es de { $winners ->
        [none] otra opción
       *[other] { $winners }
    }{ $lead ->
        [none] {""}
       *[other] , por { $lead } votos
    }{ $missing ->
        [none] {""}
       *[other] ; faltan { $missing } votos como máximo
    }{ $register ->
        [none] {""}
       *[other] {" "}según el total del padrón electoral { $register }
    }. Ninguna forma de completarlos da el resultado declarado.
reason-missing-can-change =
    Lo que falta puede cambiar quién ganó{ $missing ->
        [none] {""}
       *[other] : faltan hasta { $missing } votos
    }{ $lead ->
        [none] {""}
       *[other] {" "}y la ventaja en las actas es de { $lead }
    }.
reason-not-bounded = Nadie dice cuántos votos caben en las mesas que faltan, así que nada limita lo que falta.
reason-no-sheets = No se leyó ninguna acta.
reason-no-declared-winner = La declaración no nombra a quien ganó y sus cifras no lo determinan.
reason-below-the-sheets = La declaración da { $declared } votos a { $target }; solo las actas, que según ella están todas incluidas, suman { $observed }.
reason-above-the-missing = La declaración da { $declared } votos a { $target }; en las actas y en todo lo que falta caben { $possible_max } como máximo.
reason-numbers-differ =
    Las actas y la declaración están completas y dicen números distintos{ $target ->
        [none] {""}
       *[other] : para { $target } las actas tienen { $observed } y la declaración { $declared }
    }.
reason-equal = Las actas y la declaración están completas, y cada cifra declarada es igual a la suma de las actas.
reason-all-possible = Ninguna cifra declarada es menor que lo que exigen las actas ni mayor que lo que cabe en ellas y en lo que falta.
reason-own-turnout = Los votos y la participación de la declaración fijan cuántos electores se contaron. Ese conteo contiene al menos { $minimum } votos para { $target }; declarados: { $declared }.
reason-every-reading =
    Con toda lectura admisible de la cobertura anunciada alguna cifra es demasiado baja{ $target ->
        [none] {""}
       *[other] . Con la más favorable, un conteo contiene al menos { $minimum } votos para { $target }; declarados: { $declared }
    }.
reason-depends-on-reading = Unas lecturas de la cobertura anunciada permiten las cifras y otras no; el anuncio no dice cuál vale.
reason-no-reading = Con lo que se sabe no se puede calcular ninguna lectura de la cobertura anunciada.
reason-share-out-of-bounds = El porcentaje declarado para { $target } queda fuera de lo que permiten las actas y lo que falta.
reason-shares-possible = Cada porcentaje declarado queda dentro de lo que permiten las actas y lo que falta.
reason-nothing-comparable = La declaración no tiene ninguna cifra que se pueda comparar con las actas.

## Qué cambiaría una respuesta

change-ballots = Un conteo del papel de las cajas, o de una muestra al azar, que no diga lo que dicen las actas.
change-copies = Un cotejo al azar de estas copias con copias de origen independiente.
change-register = Un padrón electoral oficial por mesa que difiera de los totales usados aquí.
change-sheets = Las actas de las mesas que faltan.
change-breakdown = El resultado declarado mesa por mesa, publicado por quien lo declaró.
change-coverage-meaning = Una aclaración de qué es el todo de la cobertura anunciada.
change-capacity = Una aclaración de cuántas personas podían votar en las mesas que faltan.

## Qué fija una lectura

fixed-by-turnout = Los electores contados resultan de los votos y la participación declarados.
fixed-by-electors = La declaración dice cuántos electores se contaron.
