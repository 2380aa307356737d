# Índices de libertad: problemas de las tablas, frases de los lectores, resultados, ayuda.

index-no-index = se esperaban columnas que correspondan a un solo índice conocido, no se encontraron; diga cuál con ÍNDICE=ARCHIVO
index-no-column = se esperaba una de las columnas { $names }, no se encontró ninguna
index-no-place = se esperaba un código o un nombre de lugar, no se encontró ninguno
index-edition = se esperaba una edición, un año de 1900 a 2999, se encontró { $found }
index-points = se esperaba un número entero de { $least } a { $most }, o nada, se encontró { $found }
index-not-asked = se esperaba nada o 0, porque la edición { $edition } no pregunta esto, se encontró { $found }
index-band = se esperaba uno de { $known }, se encontró { $found }
index-whole = se esperaba un número entero, se encontró { $found }
index-row-again = se esperaba cada lugar una vez en cada edición, se encontró { $place } { $edition } otra vez
