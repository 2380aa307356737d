# El sitio público: navegación, páginas y las palabras de sus programas.

site-pages = Páginas
site-around = Dónde está esta página
site-more-pages = Más páginas
site-language-en = English
site-language-es = Español
site-choice = Leer este sitio en español
site-nav-home = Inicio
site-nav-results = Resultados
site-nav-declared = Lo declarado
site-nav-findings = Hallazgos
site-nav-catalogue = Catálogo de comprobaciones
site-nav-statistics = Estadística
site-nav-evidence = De dónde viene la evidencia
site-nav-changes = Cambios
site-nav-verify = Verificar
site-nav-data = Datos
site-nav-about = Acerca de
site-footer-about = Método, límites, cómo impugnar un hallazgo
site-footer-verify = Cómo verificar esto
site-stamp = Se sigue de los primeros { $size } asientos del registro público { $origin }, cuyo árbol tiene la raíz { $root }. Los asientos que nombran esta publicación están después.
site-no-log = Estos datos están en una carpeta, no en un registro público: no hay punto de control ni prueba.
site-sheets-by = Actas de: { $sources }
site-source = { $source } ({ $who })

site-chain-more = Los siete eslabones en palabras, con sus razones
site-find = Encuentre su propia mesa
site-find-text = Por lugar, nunca por persona. Elija una división y luego el centro de votación; el número de la mesa está en su lista.
site-coverage-heading = Cobertura
site-checkpoint = Punto de control y testigos
site-checkpoint-text = Todo lo que hay aquí se sigue de un registro público; hasta dónde había llegado está al pie de esta página. Una página no puede responder del registro público en el que está: si las firmas de abajo son de testigos independientes lo dicen la orden verify y la comprobación de la página Verificar.

site-results-text = Totales de las actas, de toda la elección y de cada división hasta el centro de votación. Un total dice cuánto suman las actas que hay aquí, nunca lo que falta.
site-lead = Primero en las actas: { $first }, por { $lead } votos.
site-coverage-of =
    { $count ->
        [one] Una mesa de { $expected } tiene acta.
       *[other] { $count } mesas de { $expected } tienen acta.
    }
site-coverage =
    { $count ->
        [one] Una mesa tiene acta; no consta cuántas hay.
       *[other] { $count } mesas tienen acta; no consta cuántas hay.
    }
site-no-sheets = sin actas
site-no-sheets-of = Ninguna acta de { $source }.
site-sheets-of = { $count } de { $expected }
site-sheets-none-of = ninguna de { $expected }
site-sheets-none = ninguna
site-column-sheets-known = Actas (no consta de cuántas)
site-door = actas: { $sheets }
site-door-known = actas: { $sheets }, no consta de cuántas
site-tiles = Primero en las actas de { $source }, y cuántas son
site-missing = Lo que falta, y por qué
site-missing-caption = Mesas sin acta, por fuente
site-skip = Saltar al contenido
site-column-exceptions = Excepciones
site-column-reason = Razón
site-column-stations = Mesas
site-column-sheets = Actas
site-divisions-caption = Por división, { $source }
site-below = Directamente a una división menor
site-places = Centros de votación
site-stations = Mesas
site-stations-count =
    { $count ->
        [one] una mesa
       *[other] { $count } mesas
    }
site-stations-from-to = De { $from } a { $to }

site-column-station = Mesa
site-field-registered = Inscritos
site-field-issued = Boletas entregadas
site-field-voters = Votantes
site-field-ballots = Boletas
site-field-valid = Válidos
site-field-invalid = Nulos
site-field-blank = En blanco
site-total-of =
    { $count ->
        [one] Total de un acta
       *[other] Total de { $count } actas
    }
site-unread = sin leer
site-not-on-form = –
site-sums-hold = las sumas cuadran
site-sums-unchecked = ninguna suma que comprobar
site-sums-differ = { $identity } no se cumple: { $left } frente a { $right }
site-superseded = reemplazada
site-rival = lectura rival
site-picture = imagen en custodia, no publicada
site-sources-agree = las fuentes coinciden
site-sources-differ = las fuentes difieren
site-no-sheet = Sin acta: { $reason }
site-no-sheet-of = sin acta de { $sources }: { $reason }
site-register = electores según la lista oficial:
site-entry = asiento
site-finding = hallazgo
site-permanent = dirección permanente
site-permanent-title = Direcciones permanentes de las mesas
site-station-proof = Prueba de que un asiento está en el registro público
site-station-proof-text = El número tras «asiento» es su lugar en el registro público. La prueba de una mesa se hace con una copia del paquete:
site-station-verify = Qué hacer con una prueba

site-nothing-declared = No se declaró nada: no hay con qué comparar las actas.
site-declared-text = Para cada declaración, dos mitades de igual tamaño: qué debe ser cierto para que sea correcta y qué debe ser cierto para que las actas sean correctas. Después, cada cifra con el intervalo en el que es posible.
site-declared-title = { $authority }, { $date }
site-half-declared = Para que la declaración sea correcta
site-half-declared-below = Al menos { $gap } votos por { $name } que están en estas actas no deben ser votos.
site-half-declared-above = Al menos { $gap } votos por { $name } deben haberse emitido además de estas actas y de la cota de lo que falta.
site-half-sheets = Para que las actas sean correctas
site-would-change = Qué cambiaría la respuesta

site-findings-text = Lo que encontraron las reglas. Un hallazgo es un hecho sobre los datos leídos, con su regla; lo que se sigue de él se dice aparte. Abajo, los mismos hallazgos por fuerza y por eslabón de la cadena.
findings-some = { $listed } de { $count } hallazgos
site-tier-contradiction = Contradicciones: aritmética, sin probabilidad
site-tier-test = Pruebas estadísticas
site-tier-picture = Gráficas: se muestran, nunca afirman
site-finding-if-winner = A condición de que estos registros sean lo que dicen ser, esto incide en la respuesta sobre quién ganó, por el eslabón «{ $name }».
site-finding-if-figures = A condición de que estos registros sean lo que dicen ser, esto incide en la respuesta sobre las cifras declaradas, por el eslabón «{ $name }».
site-finding-if-nothing = Sean o no estos registros lo que dicen ser, esto no incide en ninguna respuesta; describe el eslabón «{ $name }».
site-finding-about = { $level }. Eslabón: { $name }.
site-not-proven = Lo que esto no prueba
site-reply = Respuesta de { $who }, { $on }, tal como se recibió:
site-catalogue-text = Cada regla que se aplica a cada fuente y a cada opción, con hallazgos o sin ellos.
site-check-about = { $severity_name } · { $link_name } · afecta a: { $bears }
site-check-found =
    { $count ->
        [0] Ningún hallazgo.
        [one] Un hallazgo.
       *[other] { $count } hallazgos.
    }

site-statistics-text = La estadística no sostiene ninguna respuesta de este sitio. Cada prueba se aplica a cada opción y a cada fuente; una p pequeña es rara por azar y tiene causas inocentes.
site-no-tests = Para esta publicación no se hizo ninguna prueba estadística; la orden forensics las hace con los datos publicados.

site-changes-text = Qué cambió de publicación en publicación. Nada se retira: lo corregido queda en el registro público junto a su corrección.
site-releases-caption = Publicaciones, la última primero
site-column-size = Asientos
site-column-date = Al
site-column-root = Raíz
site-column-origin = Registro público
site-changes-command = Los asientos entre dos puntos de control, mesa por mesa:
site-feed = Canal de publicaciones (Atom)
site-feed-entry = Publicación de los primeros { $size } asientos
site-decisions = Hallazgos que se examinaron
site-no-decisions = No consta ninguna decisión sobre un hallazgo.

site-verify-text = No crea a esta página: cada número de aquí puede derivarse de nuevo del registro público, sin conexión, por cualquiera.
site-verify-command = Con la orden
site-verify-command-text = Copie el paquete (la carpeta sobre este sitio) y compruebe todo: firmas, árbol, totales, informe, tablas y estas páginas.
site-verify-one = Una mesa
site-verify-one-text = Una prueba es un archivo pequeño. Muestra que exactamente este asiento está en el registro público que nombra el punto de control; quien tenga la política puede comprobarla sin el paquete.
site-verify-page = En esta página
site-verify-page-text = Un segundo programa, escrito por otros medios, corre en el navegador. El código que sirve quien publica un registro público no es una verificación independiente: mañana podría ser otro programa. Guarde una copia, o use la orden.
site-verify-no-script = Esta comprobación necesita programas en la página. Sin ellos, use la orden: hace lo mismo y más.
site-verify-other = Con el programa de otra persona
site-verify-other-text = Los formatos son públicos (teselas, notas firmadas, hashes de RFC 6962) y otros programas los leen. El segundo verificador solo necesita Node:
site-verify-keys = Claves y política
site-verify-keys-text = Una política dice qué firmas cuentan. Obténgala de alguien en quien confíe, por otra vía que este sitio: una política que viene con el paquete solo prueba que el paquete concuerda consigo mismo.
site-verify-mirror = Replicar y cofirmar
site-verify-mirror-text = Una réplica guarda una copia y rechaza un registro público que retira algo; un testigo firma lo que vio. Ninguno necesita permiso.

site-data-text = Todo lo publicado, como tablas. Cada archivo tiene su SHA-256; la publicación que los nombra está en el registro público.
site-no-files = Los archivos están en el paquete del que se hizo este sitio.
site-files-caption = Archivos de esta publicación
site-files-note = En el paquete los bytes están bajo su digesto; el enlace los guarda con su nombre.
site-column-bytes = Bytes
site-reading = Leer las tablas
site-dictionary = Qué significa cada columna (dictionary.md)
site-reading-text = Las líneas de abajo se ejecutan en la carpeta de los datos, cuando los archivos ya tienen sus nombres:
site-spreadsheet = Las hojas de cálculo abren el libro directamente. Los códigos son texto: importe las columnas de los CSV como texto para que queden los ceros iniciales.
site-licence = Licencia y cita
site-licence-stated = La licencia de estas tablas, como la declara quien publica: { $licence }
site-licence-none = En esta publicación no consta ninguna licencia de estas tablas.
site-licence-text = Cada fuente tiene su propia licencia, que está en la página sobre la evidencia.
site-citation = Para citar esta publicación:

site-about-does = Qué hace este sitio
site-about-does-text = Toma las actas de una elección y pregunta qué prueban, qué acotan y qué dejan abierto sobre un resultado declarado. Las sumas son exactas. Lo que falta nunca se adivina: las cotas se calculan para el peor caso. Se dan dos respuestas para cada declaración, cada una con la condición en la que descansa.
site-about-neutral = No presume ganador
site-about-neutral-text = Cada regla se aplica a cada opción y a cada fuente. Las opciones están en el orden de la boleta y tienen colores por posición; intercambiar dos opciones intercambia las páginas y no cambia ninguna palabra. El proyecto no actúa por ningún partido.
site-about-origin = De dónde viene el proyecto
site-about-origin-text = Lo motivó la declaración de una organización de derechos humanos sobre la elección presidencial de Venezuela del 28 de julio de 2024. Qué pidió y qué dijo la declaración, y dónde está eso aquí; son sus afirmaciones y no hallazgos de este proyecto, que está hecho para cualquier elección:
site-about-said-audit = Pidió una «auditoría inmediata e independiente» del resultado y habló de una «declaración de victoria no probada». Aquí: las dos respuestas, cada una con su condición.
site-about-said-data = Pidió publicar los datos de cada mesa. Aquí: cada acta leída, en un registro público y como datos abiertos.
site-about-said-tallies = Dijo que funcionarios se negaron a entregar las actas en papel del conteo electrónico. Aquí: la cobertura, con la razón por la que falta un acta, o que nadie la dijo.
site-about-said-conditions = Dijo que se controló el acceso al voto y se intimidó a votantes, que hubo muertos, heridos y detenidos, y que se restringió a los medios independientes y la información en línea. Aquí: las condiciones de la votación, donde una publicación las tiene, aparte de toda respuesta.
site-about-contest = Cómo impugnar un hallazgo
site-about-contest-text = Nombre el hallazgo por su clave, diga qué está mal y en qué se apoya, y envíelo a quien lleva este registro público. Una respuesta se publica sin editar junto al hallazgo en la publicación siguiente; una corrección es un asiento nuevo, y el anterior sigue legible.
site-about-contest-place = Escriba a: { $contact }
site-about-contest-days =
    { $count ->
        [one] Una respuesta se contesta en un día
       *[other] Una respuesta se contesta en { $count } días
    }, según quien lleva este registro público.
site-about-contest-no-days = En qué plazo se contesta: no consta en esta publicación.
site-about-contest-unsaid = A qué dirección, y en qué plazo se contesta: no consta en esta publicación.
site-about-people = Personas
site-about-people-text = Aquí no se nombra a nadie: ni votantes, ni miembros de mesa, ni testigos de partido, ni quienes entregaron actas. Se busca solo por lugar y mesa. Las imágenes de las actas no se publican, porque llevan nombres, firmas y números de identidad.
site-about-runs = Quién lleva este sitio
site-about-runs-by = { $name }, según dice allí quien tiene la clave del registro público { $origin }. Cualquier copia de la carpeta vale tanto como esta, porque todo en ella puede verificarse.
site-about-runs-text = Quien tiene la clave del registro público { $origin }. Quién es y en qué función: no consta en esta publicación; pregunte a quien le dio la política. Cualquier copia de la carpeta vale tanto como esta, porque todo en ella puede verificarse.
site-about-address = Dirección de las páginas, como la declara quien publica: { $address }


cli-site-about = Escribir el sitio público de un paquete como carpeta de páginas estáticas
cli-site-arg-bundle = Carpeta del paquete
cli-site-arg-out = Carpeta que se escribe; se rechaza una con otro contenido. Dentro del paquete, site repone las páginas que nombra su publicación
cli-site-arg-json = Escribir lo hecho para programas
cli-site-after =
    Ejemplos:
      scrutineer site PAQUETE --out paginas
      scrutineer site PAQUETE --out PAQUETE/site
cli-site-written = Escrito: { $count } archivos, { $bytes } bytes; abra { $path }
cli-site-unnamed = La publicación de este paquete no nombra ningún sitio, de modo que su carpeta no puede tener uno: elija una carpeta fuera de él
