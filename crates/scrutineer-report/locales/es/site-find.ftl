# El sitio público: búsqueda al escribir. %shown es un número que pone el programa.

site-find-label = Buscar por centro, división o mesa
site-find-hint = Escriba parte de un nombre o un código; ni los acentos ni las mayúsculas importan. Un número al final busca la mesa.
site-find-station = mesa
site-find-some = %shown resultados. Las flechas eligen, Intro abre.
site-find-many = Los primeros %shown; escriba más para hallar menos. Las flechas eligen, Intro abre.
site-find-none = Nada se halló con ese nombre o código. La lista de abajo tiene todas las divisiones.
site-find-failed = No se pudo cargar la búsqueda; la lista de abajo tiene todas las divisiones.
