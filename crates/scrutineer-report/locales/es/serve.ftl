# Páginas para un navegador: lo que dicen `open` y `serve-site`, y las palabras de las páginas de `open`.

cli-demo-arg-serve = Después sirve el paquete a los navegadores de esta máquina, hasta que se interrumpa
cli-demo-arg-listen = Dónde escucha --serve; 127.0.0.1:7390 si no se indica
cli-serve-site-about = Sirve un paquete o un sitio a los navegadores
cli-serve-site-after =
    Sirve solo en esta máquina, salvo que --listen indique otra dirección. No anota
    nada sobre quién pidió qué. docs/servir.md explica cómo poner la carpeta detrás
    de una caché y qué rutas nunca cambian.

    Ejemplos:
      scrutineer serve-site paquete
      scrutineer serve-site paquete --listen 0.0.0.0:8080
cli-serve-site-arg-dir = Carpeta de un paquete o de un sitio; no se sirve nada de fuera
cli-serve-site-arg-listen = Dirección y puerto; 127.0.0.1:7390 si no se indica, puerto 0 para cualquiera libre
cli-serve-site-arg-json = Escribe la dirección para programas
cli-serve-site-at = { $folder } se sirve en { $address }
cli-serve-site-here = Solo esta máquina puede verlo. Se interrumpe con Ctrl-C.
cli-serve-site-everywhere = Toda máquina que alcance esta dirección puede leerlo todo, sin cifrado. Se interrumpe con Ctrl-C.
cli-serve-site-election = { $folder } es una carpeta de elección, cuyos archivos pueden nombrar a personas; véala con scrutineer open, o sirva lo que scrutineer publish hace de ella
cli-serve-site-state = { $folder } es el estado privado de un registro, que nunca se sirve; indique el paquete
cli-why-in-use = otro programa escucha ahí; indique otro puerto con --listen
cli-open-about = Muestra una carpeta de elección en el navegador: informe, problemas, cobertura
cli-open-after =
    Las páginas son solo para esta máquina y solo para el navegador que abra primero
    la dirección que se imprime, que vale para un solo uso; entonces se imprime la
    siguiente. Siguen a la carpeta: cambie un archivo y vuelva a cargarlas. No se
    guarda nada y no hacen falta programas en la página.

    Ejemplos:
      scrutineer open mi-eleccion
      scrutineer open mi-eleccion --no-browser
cli-open-arg-dir = Carpeta de elección; también una cuyo election.toml tenga errores
cli-open-arg-mirror = Carpeta o dirección web donde buscar por su resumen los archivos fijados; puede darse varias veces; SCRUTINEER_MIRROR enumera otras carpetas
cli-open-arg-fetch = Permite la red para los archivos fijados que ningún espejo tiene
cli-open-arg-portable = No usa caché
cli-open-arg-accept-import = Sigue aunque una fuente rompa su identidad declarada en más del 1 % de las filas
cli-open-arg-no-browser = Imprime la dirección y no abre ningún navegador
cli-open-arg-json = Escribe la dirección para programas y, tras cada uso, la siguiente
cli-open-at = { $folder } puede verse en { $address }
cli-open-private = La dirección vale para un solo uso: el navegador que la abra primero ve las páginas hasta que este programa termine. Se interrumpe con Ctrl-C.
cli-open-used = La dirección se usó. Para otro navegador, una vez: { $address }
cli-open-again = Rechazado: se abrió de nuevo una dirección ya usada. Si ningún navegador suyo muestra las páginas, alguien llegó antes: interrumpa con Ctrl-C y empiece de nuevo.
cli-open-no-browser = No se pudo abrir ningún navegador ({ $why }); abra usted la dirección.
cli-open-no-randomness = el sistema no da números aleatorios

open-menu = Páginas
open-menu-report = Informe
open-menu-problems = Problemas en los datos
open-menu-coverage = Cobertura
open-menu-language = English
open-problems-title = Problemas en los datos de { $folder }
open-coverage-title = Cobertura de { $election }
open-failures = Lo que impide leer la carpeta
open-failures-text = No hay informe hasta que esto se resuelva. Corrija los archivos y vuelva a cargar esta página.
open-remarks = Observaciones
open-issues = Problemas en los archivos
open-findings = Lo que no concuerda
open-summary = Resumen
open-none = No se encontró ningún problema.
open-column-row = Fila
open-column-column = Columna
open-column-expected = Se esperaba
open-column-found = Se encontró
open-column-line = La línea
open-column-places = Dónde
open-column-count = De esta clase
open-coverage-caption = Actas de la fuente { $source }
open-no-coverage = Sin una fuente no hay nada que cubrir.
open-unread-title = { $folder } no se puede leer
