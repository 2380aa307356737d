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
site-copies-few = Un conjunto de actas cuya fuente no se publica tiene aquí menos de cinco actas. Sus sumas no se muestran, para que nadie pueda ser ubicado por ellas.
explained-withheld = No se enumera de qué mesas se trata, para que nadie pueda ser ubicado por una copia. Las páginas de las mesas tienen lo que dicen las copias.
