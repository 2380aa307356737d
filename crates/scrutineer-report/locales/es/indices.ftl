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
index-coder = se esperaba el papel de quien codifica, de 1 a 64 caracteres de A-Z a-z 0-9 . _ -, nunca un nombre
index-coded-again = se esperaba una respuesta de cada persona a una pregunta, se encontró otra
index-decided-again = se esperaba una decisión sobre una pregunta, se encontró otra
index-empty = se esperaba un texto, no se encontró nada
index-question = se esperaba una pregunta del índice { $index }, se encontró { $found }
index-date = se esperaba una fecha como 2024-07-28, se encontró { $found }
index-tier = se esperaba uno de verified, alleged, unverified, se encontró { $found }
index-sha256 = se esperaba nada o 64 cifras hexadecimales en minúscula, se encontró { $found }
index-quote = se esperaban a lo más 25 palabras, se encontraron { $words }
