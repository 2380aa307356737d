# Conjuntos marcados como sensibles.

site-copies = copias de fuentes que no se nombran
site-copies-of =
    { $copies ->
        [one] una copia
       *[other] { $copies } copias
    } de { $origins ->
        [one] un origen
       *[other] { $origins } orígenes
    }
site-copies-few = Las sumas de un conjunto de actas cuya fuente no se publica no se muestran aquí: ellas, o lo que de ellas se sigue para un lugar vecino, dirían qué mesas tiene el conjunto.
explained-withheld = No se enumera de qué mesas se trata, para que nadie pueda ser ubicado por una copia. Las páginas de las mesas tienen lo que dicen las copias.
