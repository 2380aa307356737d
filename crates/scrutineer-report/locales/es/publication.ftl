# El paquete público: claves, publicar, verificar.
cli-keygen-about = Hace las claves de un registro o de un testigo, cifradas con una contraseña
cli-keygen-arg-name = Nombre de la clave, como log.example/election-2026; el de un registro es su origen
cli-keygen-arg-out = Carpeta para las claves; una clave que ya está nunca se reemplaza
cli-keygen-arg-recovery = Hace también claves de recuperación, como 2of3: dos de tres personas pueden declarar perdida la clave
cli-keygen-arg-passphrase-file = Archivo con la contraseña; sin él, se pide en la terminal
cli-keygen-arg-recovery-passphrase-file = Archivo con la contraseña de una clave de recuperación, una vez por clave y en orden; sin él, se pide en la terminal
cli-keygen-arg-witness = Hace la clave de un testigo, que confirma las firmas de otros registros
cli-keygen-arg-json = Escribe la respuesta para programas
cli-keygen-after =
    Ejemplos:
      scrutineer keygen --name log.example/election-2026 --recovery 2of3
      scrutineer keygen --name witness.example/w1 --witness --out testigo
cli-keygen-public = La clave pública, para la política: { $key }
cli-keygen-recovery = Dé cada clave de recuperación a otra persona, en otro medio, con su propia contraseña por otra vía, y bórrela aquí.
cli-keygen-exists = { $file } ya está: no se escribió nada; dé otra carpeta con --out
cli-keygen-recovery-files = se esperaba --recovery-passphrase-file { $needed } veces, una por clave de recuperación, y está { $found }; en una terminal, no la dé y se pregunta cada contraseña
cli-keygen-same-passphrase = otra de estas claves tiene la misma contraseña; cada una necesita la suya

cli-publish-about = Escribe el paquete público de una elección, o le agrega lo nuevo
cli-publish-arg-dir = Carpeta electoral
cli-publish-arg-mirror = Carpeta o dirección web donde buscar archivos fijados por su resumen; puede darse varias veces
cli-publish-arg-fetch = Permite la red para los archivos fijados que ningún espejo tiene
cli-publish-arg-portable = No usa caché
cli-publish-arg-out = Carpeta del paquete
cli-publish-arg-state = Carpeta privada del registro; nunca la copie con el paquete ni la restaure de una copia de seguridad
cli-publish-arg-key = Archivo con la clave del registro; la pública está a su lado
cli-publish-arg-passphrase-file = Archivo con la contraseña; sin él, se pide en la terminal
cli-publish-arg-insecure-demo-key = Firma con la clave que todos tienen; toda salida lo dice
cli-publish-arg-recovery = Archivo con las claves públicas de recuperación; sin él, recovery.txt junto a la clave, si existe
cli-publish-arg-dry-run = Dice qué saldría de la máquina; no firma nada
cli-publish-arg-close = Termina la recolección: publica el resto de cada lote y nombra las mesas sin acta
cli-publish-arg-nist = Escribe también informes en el formato NIST SP 1500-100
cli-publish-arg-accept-import = Sigue aunque una fuente incumpla su identidad declarada en más del 1 % de sus filas
cli-publish-arg-accept = Publica aunque este control de la serie P haya encontrado algo; puede darse varias veces
cli-publish-arg-predecessor = Paquete del registro cuya clave se perdió, al que este continúa
cli-publish-arg-notice = Aviso de que se perdió la clave del anterior, firmado por suficientes claves de recuperación
cli-publish-arg-ask = Política con testigos a quienes pedir que confirmen cuando el paquete sea público; requiere la versión con red
cli-publish-arg-deadline = Segundos que se espera a los testigos; 60 si no se indica
cli-publish-arg-seen = Archivo con la última firma que salió de esta máquina, guardado en otro lugar; el registro debe contenerla, y el archivo se reemplaza cuando la publicación termina bien
cli-publish-arg-json = Escribe la respuesta para programas
cli-publish-after =
    Ejemplos:
      scrutineer publish DIR --out PAQUETE --state ESTADO --key claves/log.key --dry-run
      scrutineer publish DIR --out PAQUETE --state ESTADO --key claves/log.key
cli-publish-would = Saldría de esta máquina (no se firmó nada):
cli-publish-appended = Se agregó al registro:
cli-publish-bytes = { $count } bytes de asientos, y los archivos que se siguen de ellos.
cli-publish-waiting = Esperan un lote: { $records } asientos.
cli-publish-waiting-source = { $source }: actas de { $stations } mesas; su lote necesita { $needed } y su tiempo, o --close
cli-publish-texts = Textos que salen de esta máquina palabra por palabra; léalos y quite lo que nombre a una persona:
cli-publish-place-names = Además { $count } nombres y rótulos de divisiones, locales y mesas; --json los muestra.
cli-publish-overlap = { $out } y { $other }: el paquete es público, así que ninguno puede ser el otro ni estar dentro de él
cli-publish-set-back = el registro tenía { $seen } asientos cuando se vio esta firma y ahora tiene { $size }: paquete y estado volvieron atrás, quizá desde una copia de seguridad. No se firmó nada; traiga el paquete y el estado más nuevos, o siga con otro origen
cli-publish-other-history = el registro tiene otra historia que esta firma. No se firmó nada; guarde las dos, y vea docs/si-una-clave-cae-en-otras-manos.md
cli-publish-restored = No se firmó nada. Un testigo vio más de este registro que lo que hay aquí, u otra cosa: paquete y estado pueden venir de una copia de seguridad. Traiga los más nuevos, o siga con otro origen.
cli-publish-closed = La recolección se cerró: el registro acepta correcciones, pero nada de esto. Quítelo de la carpeta para seguir; las actas que llegaron tarde necesitan un registro propio.
cli-publish-late-sheet = acta nueva de la mesa { $station } de la fuente { $source }: { $place }
cli-publish-late-station = mesa nueva { $station }
cli-publish-state-lost = Sin él se pierden las sales, y un lote podría cerrarse demasiado pronto. Vuelva a poner ese único archivo, si hace falta desde una copia de seguridad (nunca la cabeza del registro), o siga con otro origen.
cli-publish-released = Publicado: { $files } archivos, { $bytes } bytes, de { $size } asientos con la raíz { $root }; informe { $report }.
cli-publish-unchanged = No hay nada nuevo desde la última publicación.
cli-publish-private = Las celdas que parecen datos de personas no deben publicarse. Quítelas, anote una disposición, o acepte un control con --accept CÓDIGO.
cli-progress-publishing = Publicando
cli-progress-verifying = Verificando
cli-demonstration = DEMOSTRACIÓN: firmado con una clave que todos tienen. Esto no es un resultado.
cli-passphrase = Contraseña de { $file }:{ " " }
cli-passphrase-new = Contraseña nueva para { $file }:{ " " }
cli-passphrase-again = La misma contraseña otra vez:{ " " }
cli-passphrase-differs = las dos contraseñas no son iguales; no se escribió nada
cli-passphrase-short = se esperaba una contraseña de al menos { $least } caracteres, y es más corta
cli-error-no-passphrase = hace falta una contraseña: dé --passphrase-file, defina SCRUTINEER_PASSPHRASE_FILE, o use una terminal

cli-verify-about = Deriva todo otra vez desde un paquete, o comprueba una prueba; sin red
cli-verify-arg-bundle = Carpeta del paquete, o un archivo con una prueba
cli-verify-arg-policy = Archivo con las claves en las que usted confía; nunca desde dentro del paquete
cli-verify-arg-seen = Archivo con la firma de su última verificación; el registro debe contenerla; se reemplaza si esta tiene éxito
cli-verify-arg-no-reaudit = Comprueba solo firmas, registro, totales y resúmenes
cli-verify-arg-predecessor = Paquete del registro que este continúa tras perderse su clave
cli-verify-arg-operator = Nombre de un testigo que lleva quien publica; puede darse varias veces
cli-verify-arg-json = Escribe la respuesta para programas
cli-verify-after =
    Ejemplos:
      scrutineer verify PAQUETE --policy policy.txt
      scrutineer verify mesa.tlog-proof --policy policy.txt
cli-verify-checkpoint = Registro { $origin }: { $size } asientos, raíz { $root }
cli-verify-witness = confirmado por el testigo { $name }
cli-verify-witness-on = confirmado por el testigo { $name } el { $day }
cli-verify-own-witness = confirmado por { $name }, un testigo que lleva quien publica: no se cuenta
cli-verify-own-witness-on = confirmado el { $day } por { $name }, un testigo que lleva quien publica: no se cuenta
cli-verify-age =
    { $days ->
        [one] La confirmación más reciente tiene 1 día: puede haber asientos posteriores.
       *[other] La confirmación más reciente tiene { $days } días: puede haber asientos posteriores.
    }
cli-verify-unknown-witness = una firma de { $name }, que la política no nombra: nada se dice de ella
cli-verify-witnesses =
    { $count ->
        [0] 0 testigos independientes: nada muestra que otros hayan recibido los mismos asientos.
        [one] 1 testigo independiente.
       *[other] { $count } testigos independientes.
    }
cli-verify-totals = Totales: { $state }
cli-verify-tables = Tablas: { $state }
cli-verify-report = Informe: { $state }
cli-verify-match = de acuerdo con los asientos
cli-verify-differ = EN DESACUERDO con los asientos
cli-verify-not-compared = sin comparar
cli-verify-findings = Hallazgos: { $recomputed } calculados otra vez; { $private } se apoyan en material que no es público.
cli-verify-warning-no-witness = Compare tamaño y raíz con alguien que recibió el paquete por otra vía.
cli-verify-warning-single-signer = Un solo firmante: solo firmó el propio registro.
cli-verify-warning-other-rules = Otras reglas: el informe se hizo con el conjunto de reglas { $theirs }; este programa tiene { $ours }.
cli-verify-warning-not-published = No hay ninguna publicación: no se derivó nada.
cli-verify-warning-skipped = La auditoría no se repitió, como se pidió.
cli-verify-warning-from-private = Algunos hallazgos se apoyan en material que no es público; se citan, no se calculan.
cli-verify-warning-after-release = Los asientos posteriores a la última publicación no son parte de las respuestas.
cli-verify-warning-frozen = La clave del registro se declaró perdida: el registro está congelado.
cli-verify-warning-unknown-signature = Hay una firma de una clave que la política no nombra.
cli-verify-warning-predecessor-not-compared = Este registro continúa otro; dé --predecessor para comparar los dos.
cli-verify-warning-unread-copy = Una hoja de cálculo tiene otros bytes que los que este programa escribe; su resumen coincide, sus celdas no se compararon.
cli-verify-warning-unread-page = Las páginas son de otra versión del programa: sus resúmenes coinciden, lo que dicen no se comparó. Lea las respuestas aquí, no allá.
cli-verify-warning-not-attempted = Lo que se apoya en el registro no se siguió comprobando: publicaciones, totales, tablas, informe. Otros archivos también pueden estar mal.
cli-verify-warning-other-files = Las descripciones o copias de las tablas son de otra versión del programa; sus resúmenes coinciden.
cli-verify-warning-no-site = Esta copia no tiene sitio; se puede volver a hacer: scrutineer site PAQUETE --out PAQUETE/site
cli-verify-names = El paquete dice que es de { $origin }; la política nombra { $logs }.
cli-verify-verified = VERIFICADO: nada fue cambiado ni quitado, y todo se sigue de los asientos.
cli-verify-verified-words = VERIFICADO: nada fue cambiado ni quitado, y totales, tablas e informe se siguen de los asientos; los archivos de otra versión del programa se comprobaron solo por su resumen.
cli-verify-verified-other-rules = VERIFICADO EN PARTE: nada fue cambiado ni quitado, y los totales se siguen de los asientos. Informe y tablas se hicieron con otras reglas y no se derivaron otra vez.
cli-verify-verified-skipped = VERIFICADO EN PARTE: nada fue cambiado ni quitado, y los totales se siguen de los asientos. Informe y tablas se comprobaron solo por su resumen, como se pidió.
cli-verify-verified-log = VERIFICADO EN PARTE: nada del registro fue cambiado ni quitado. No hay ninguna publicación.
cli-verify-failed = FALLA. Las respuestas del paquete no se repiten aquí, porque pueden apoyarse en lo que está mal.
cli-proof-about = Escribe la prueba de que los asientos de una mesa están en el registro; los mismos bytes para todos
cli-proof-arg-bundle = Carpeta del paquete
cli-proof-arg-station = Código de la mesa
cli-proof-arg-out = Archivo que se escribe; las pruebas de otros asientos de la mesa quedan a su lado, con lo que prueban en el nombre
cli-proof-arg-json = Escribe la respuesta para programas
cli-proof-after =
    Ejemplos:
      scrutineer proof PAQUETE --station 010101001:1 --out mesa.tlog-proof
cli-proof-none = el registro no tiene ningún asiento de la mesa { $station }
cli-proof-of = { $kind }, fuente { $source }, asiento { $index }
cli-proof-superseded = reemplazado por el asiento { $index }
cli-proof-later = Un asiento posterior puede reemplazar a este; la prueba muestra que está en el registro, no que aún valga.
cli-proof-no-entry = el archivo de prueba no trae el asiento del que trata
cli-proof-holds = El asiento es el { $index } de los { $size } de { $origin }; testigos de la política que lo confirmaron: { $witnesses }.
cli-diff-about = Qué cambió en un registro entre dos tamaños
cli-diff-arg-bundle = Carpeta del paquete
cli-diff-arg-from = Cantidad de asientos antes
cli-diff-arg-to = Cantidad de asientos después; todos si no se indica
cli-diff-arg-json = Escribe la respuesta para programas
cli-diff-after =
    Ejemplos:
      scrutineer diff PAQUETE --from 24000 --to 24100
cli-diff-sizes = se esperaban tamaños en orden ascendente, de a lo sumo { $size }
cli-diff-head = De { $from } a { $to } asientos. Nuevos:
cli-diff-corrected = Corregidos: { $count }
cli-diff-withdrawn = Retirados: { $count }
cli-unpack-about = Escribe los archivos de la última publicación con sus nombres
cli-unpack-arg-bundle = Carpeta del paquete
cli-unpack-arg-out = Carpeta que se escribe; una carpeta con otro contenido se rechaza
cli-unpack-arg-json = Escribe el manifiesto para programas
cli-unpack-after =
    Ejemplos:
      scrutineer unpack PAQUETE --out publicacion
cli-unpacked = Escritos: { $count } archivos en { $folder }, cada uno con el resumen de la publicación que el registro nombra. Para saber que la publicación se sigue del registro: verify
cli-fsck-about = Comprueba un registro junto con su estado privado
cli-fsck-arg-bundle = Carpeta del paquete
cli-fsck-arg-state = Carpeta privada del registro
cli-fsck-arg-json = Escribe la respuesta para programas
cli-fsck-after =
    Ejemplos:
      scrutineer fsck --state ESTADO PAQUETE
cli-fsck-other = { $bundle } no es el paquete de este estado, que es de { $name }
cli-fsck-sound = Sano: { $size } asientos.
cli-fsck-not-sound = No está sano; la cabeza tiene { $size } asientos.
cli-follow-about = Compara un registro con lo que usted vio antes de él
cli-follow-arg-place = Carpeta de un paquete, o su dirección; una dirección requiere la versión con red
cli-follow-arg-policy = Archivo con las claves en las que usted confía; nunca desde dentro del paquete
cli-follow-arg-state = Carpeta suya que recuerda la última firma; fuera del paquete, nunca se devuelve a un estado anterior
cli-follow-arg-operator = Nombre de un testigo que lleva quien publica; puede darse varias veces
cli-follow-arg-json = Escribe la respuesta para programas
cli-follow-after =
    Termina con 3 si el registro no continúa lo visto: fue cambiado, tiene menos
    asientos o sus firmas no bastan.

    Ejemplos:
      scrutineer follow /media/stick/PAQUETE --policy policy.txt --state visto
      scrutineer follow https://log.example/2026 --policy policy.txt --state visto
cli-progress-following = Siguiendo { $place }
cli-progress-mirroring = Copiando { $place }
cli-progress-asking = Preguntando a los testigos
cli-no-network = { $what }: esta versión no abre conexiones; la que tiene la función `network` sí. Carpetas y archivos funcionan en toda versión.
cli-no-s3 = s3://: esta versión no tiene ese almacén; la que tiene la función `s3` sí
cli-s3-proxy = s3://: el cliente del almacén no conoce proxies, y hay uno configurado, que no se elude. Use una carpeta y cópiela
cli-s3-credentials = s3://: hacen falta credenciales en AWS_ACCESS_KEY_ID y AWS_SECRET_ACCESS_KEY
cli-watch-state-inside = { $state } y { $place }: lo que se recuerda de un registro debe estar fuera de él, y el registro fuera de esa carpeta
cli-watch-evidence = guardado como evidencia: { $file }
cli-watch-pass-on = Entregue estos archivos a otros: quien tenga la clave pública del registro los comprueba sin confiar en usted.
cli-follow-first = Visto por primera vez: desde ahora se recuerda.
cli-follow-unchanged = Nada nuevo: es lo que se vio antes.
cli-follow-grew = Continúa los { $from } asientos vistos antes: ninguno fue cambiado ni quitado.
cli-follow-older = ANTERIOR: antes se vieron { $held } asientos. Es una copia vieja, o se retiene el resto.
cli-follow-older-unknown = ANTERIOR: antes se vieron { $held } asientos, y no se puede mostrar que estos sean su comienzo.
cli-follow-fork = BIFURCACIÓN: esto contradice la firma de { $held } asientos con la raíz { $root } que se vio antes. El registro firmó dos historias.
cli-follow-broken = NO ACEPTADO: los bloques no llevan de los { $held } asientos vistos antes a la raíz firmada.
cli-follow-unread = No se puede mostrar si continúa los { $held } asientos vistos antes: { $why }
cli-follow-not-accepted = NO ACEPTADO: { $why }
cli-mirror-about = Copia un paquete y lo comprueba entero antes de mostrar la copia
cli-mirror-arg-place = Carpeta de un paquete, o su dirección; una dirección requiere la versión con red
cli-mirror-arg-policy = Archivo con las claves en las que usted confía; nunca desde dentro del paquete
cli-mirror-arg-state = Carpeta suya que recuerda la última firma y guarda lo que aún no está completo; fuera de la copia
cli-mirror-arg-out = Carpeta de la copia
cli-mirror-arg-max-bytes = Máximo de bytes que se traen esta vez; 64 GiB si no se indica; la próxima vez sigue
cli-mirror-arg-operator = Nombre de un testigo que lleva quien publica; puede darse varias veces
cli-mirror-arg-json = Escribe la respuesta para programas
cli-mirror-after =
    Nada de una copia se muestra antes de que toda esté y se haya comprobado. Una
    copia interrumpida sigue donde estaba. Termina como follow, y con 3 si al otro
    lado falta algo o está mal.

    Ejemplos:
      scrutineer mirror https://log.example/2026 --policy policy.txt --state visto \
        --out copia
      scrutineer mirror copia --policy policy.txt --state visto-usb \
        --out /media/stick/PAQUETE
cli-mirror-same = { $out } y { $place }: la copia debe ser otra carpeta que el original
cli-mirror-nothing = No se publicó nada: { $out } muestra lo que mostraba antes.
cli-mirror-withheld = quitado aquí como allí, porque un asiento dice que se retiró: { $file }
cli-mirror-done = { $out } tiene los { $size } asientos: se escribieron { $objects } archivos, { $bytes } bytes; se quitaron { $superseded } de publicaciones anteriores.
cli-witness-about = Confirma registros que nunca retiran nada, o pide a otros que lo hagan
cli-witness-after =
    Ejemplos:
      scrutineer witness serve --policy logs.txt --key testigo/witness.key \
        --state memoria
cli-witness-cosign-about = Confirma el registro de una carpeta o de una dirección
cli-witness-cosign-arg-place = Carpeta de un paquete, o su dirección; una dirección requiere la versión con red
cli-witness-cosign-arg-policy = Archivo con las claves de los registros que usted vigila
cli-witness-cosign-arg-state = Memoria del testigo; una por clave, nunca se copia ni se devuelve a un estado anterior
cli-witness-cosign-arg-key = Archivo con la clave del testigo; la pública está a su lado
cli-witness-cosign-arg-passphrase-file = Archivo con la contraseña; sin él, se pide en la terminal
cli-witness-cosign-arg-out = Archivo para la firma confirmada; sin él, se imprime la línea de la firma
cli-witness-cosign-arg-json = Escribe la respuesta para programas
cli-witness-cosign-after =
    Termina con 3 si el testigo se niega.

    Ejemplos:
      scrutineer keygen --name witness.example/w1 --witness --out testigo
      scrutineer witness cosign /media/stick/PAQUETE --policy logs.txt \
        --key testigo/witness.key --state memoria --out /media/stick/confirmada
cli-cosign-next = Entregue el archivo a quien publica: witness ask PAQUETE --cosigned ARCHIVO lo agrega.
cli-cosign-unknown = SE NIEGA: la política no nombra este registro.
cli-cosign-unsigned = SE NIEGA: ninguna clave de la política firmó por este registro, o una firma no vale.
cli-cosign-older = SE NIEGA: este testigo confirmó un tamaño distinto del que este registro puede mostrar ({ $reason }).
cli-cosign-contradicts = SE NIEGA: este registro no continúa lo que se confirmó antes ({ $reason }).
cli-cosign-refused = SE NIEGA con el estado { $status }: { $reason }
cli-witness-serve-about = Responde a registros por HTTP, como dice C2SP tlog-witness
cli-witness-serve-arg-policy = Archivo con las claves de los registros que usted vigila
cli-witness-serve-arg-state = Memoria del testigo; una por clave, nunca se copia ni se devuelve a un estado anterior
cli-witness-serve-arg-key = Archivo con la clave del testigo; la pública está a su lado
cli-witness-serve-arg-passphrase-file = Archivo con la contraseña; sin él, se pide en la terminal
cli-witness-serve-arg-listen = Dirección y puerto, 127.0.0.1:7380 si no se indica: ponga delante un servidor web con TLS
cli-witness-serve-arg-json = Escribe dónde escucha, para programas
cli-witness-serve-after =
    Requiere la versión con red. Puede detenerse en cualquier momento: una respuesta se
    guarda antes de darse.

    Ejemplos:
      scrutineer witness serve --policy logs.txt --key testigo/witness.key \
        --state memoria
cli-serve-listening = Escucha en http://{ $address }. La clave pública, para políticas: { $key }
cli-serve-log = { $origin }: { $size } asientos confirmados
cli-serve-evidence = { $count } archivos de evidencia se guardan en { $folder }
cli-serve-contradicts = Una petición contradice lo que se confirmó antes; se guarda si es evidencia: { $reason }
cli-serve-failed = La memoria del testigo falla; nada se confirmó: { $why }
cli-witness-ask-about = Pide a testigos que confirmen su paquete, y publica lo que firman
cli-witness-ask-arg-bundle = Carpeta del paquete
cli-witness-ask-arg-policy = Archivo con las claves del registro y de los testigos, y las direcciones de estos
cli-witness-ask-arg-state = Carpeta privada del registro, para que nada se publique entretanto
cli-witness-ask-arg-witness = Nombre de un testigo a quien preguntar; puede darse varias veces, sin él se pregunta a todos
cli-witness-ask-arg-cosigned = Firma confirmada que un testigo le dio; no pregunta a nadie; puede darse varias veces
cli-witness-ask-arg-deadline = Segundos que se espera; 60 si no se indica
cli-witness-ask-arg-operator = Nombre de un testigo que lleva quien publica; puede darse varias veces
cli-witness-ask-arg-json = Escribe la respuesta para programas
cli-witness-ask-after =
    Termina con 3 si no se alcanza el quórum de la política o un testigo dice que
    este no es el registro que confirmó antes.

    Ejemplos:
      scrutineer witness ask PAQUETE --state ESTADO --policy policy.txt
      scrutineer witness ask PAQUETE --state ESTADO --policy policy.txt \
        --cosigned /media/stick/confirmada
cli-ask-stranger = la política no nombra ningún testigo { $name }
cli-ask-contradicts = { $name } TIENE OTRA HISTORIA de este registro: { $why }. No publique nada antes de saber por qué.
cli-ask-failed = { $name } no confirmó: { $why }
cli-ask-late = { $name } no respondió en { $seconds } segundos.
cli-ask-no-address = { $name } no tiene dirección en la política: traiga lo que firme con --cosigned
cli-ask-quorum = Se alcanza el quórum de la política.
cli-ask-no-quorum = NO SE ALCANZA EL QUÓRUM DE LA POLÍTICA.
cli-notice-about = Declara perdida la clave de un registro, con las claves de recuperación de varias personas
cli-notice-arg-bundle = Paquete del registro cuya clave se perdió
cli-notice-arg-checkpoint = Archivo con la última firma que cuenta; todo hasta ahí sigue valiendo
cli-notice-arg-policy = Archivo con las claves en las que usted confía, entre ellas la del registro; nunca desde dentro del paquete
cli-notice-arg-successor = Archivo con la clave pública del registro que sigue; sin él, ninguno continúa
cli-notice-arg-add = Aviso que otra persona ya firmó; la firma se agrega al archivo
cli-notice-arg-recovery-key = Archivo con la clave de recuperación que firma; la pública está a su lado
cli-notice-arg-passphrase-file = Archivo con la contraseña; sin él, se pide en la terminal
cli-notice-arg-into = Paquete donde poner el aviso cuando hayan firmado suficientes; puede darse varias veces
cli-notice-arg-out = Archivo que se escribe
cli-notice-arg-json = Escribe la respuesta para programas
cli-notice-after =
    Ejemplos:
      scrutineer notice --bundle VIEJO --checkpoint ULTIMA --policy policy.txt \
        --successor claves-nuevas/log.vkey --recovery-key recovery-1.key --out aviso.note
      scrutineer notice --add aviso.note --bundle VIEJO --into VIEJO \
        --recovery-key recovery-3.key
cli-notice-incomplete = un aviso nuevo necesita --checkpoint, --policy y --out
cli-notice-other = el paquete no tiene la raíz de esta firma en su tamaño
cli-notice-stranger = { $name } no es una clave de recuperación que el registro nombra
cli-notice-too-few = se esperaban { $needed } firmas de claves de recuperación que el registro nombró antes de poner el aviso en un paquete, y hay { $found }
cli-notice-enough = { $count } firmas bastan. En cada copia del paquete el archivo debe ser { $file }; --into lo escribe ahí.
cli-notice-signer = firmado por { $name }
cli-notice-next =
    { $count ->
        [one] 1 firma; hacen falta { $needed }. Pase el archivo al siguiente poseedor.
       *[other] { $count } firmas; hacen falta { $needed }. Pase el archivo al siguiente poseedor.
    }
cli-delta-about = El archivo más pequeño que pone al día una copia anterior de un paquete
cli-delta-arg-bundle = Carpeta del paquete
cli-delta-arg-since = Archivo con la firma de la copia anterior; escribe lo que vino después
cli-delta-arg-out = Archivo que se escribe
cli-delta-arg-apply = Archivo que se trajo hasta aquí; pone al día el paquete
cli-delta-arg-policy = Archivo con las claves en las que usted confía; nunca desde dentro del paquete
cli-delta-arg-json = Escribe la respuesta para programas
cli-delta-after =
    Ejemplos:
      scrutineer delta PAQUETE --since firma.anterior --out novedades.delta
      scrutineer delta COPIA --apply novedades.delta --policy policy.txt
cli-delta-incomplete = dé --since y --out para escribir un archivo, o --apply y --policy para usar uno
cli-delta-made = De { $from } a { $to } asientos: { $bytes } bytes para llevar.
cli-delta-applied = El paquete tiene ahora { $to } asientos; se volvieron a hacer { $made } archivos y vinieron { $carried }. Para comprobarlo todo: verify
cli-value-place = LUGAR
cli-value-address = DIRECCIÓN
cli-value-seconds = SEGUNDOS
cli-value-bundle = PAQUETE
cli-value-size = TAMAÑO
cli-value-code = CÓDIGO
cli-value-vkey = CLAVE
cli-value-checkpoint = FIRMA
cli-value-kofn = KofN
cli-demo-bundle = El paquete público a su lado está firmado con una clave que todos tienen; fue verificado. Para verificarlo otra vez:
cli-demo-bundle-failed = El paquete público a su lado NO SE VERIFICA. Para ver por qué:
cli-publish-arg-disclose = Pone este archivo junto al registro, con lo que abre su compromiso; puede darse varias veces
cli-publish-hidden = { $file }: un archivo se divulga con todas sus columnas, y este no es de actas, o su fuente tiene columnas privadas, de imágenes, ignoradas o sin nombrar
cli-publish-would-disclose = Archivo junto al registro: { $file }
cli-respond-about = Añade una respuesta a un hallazgo, sin editarla, y publica
cli-respond-arg-bundle = Carpeta del paquete
cli-respond-arg-state = Carpeta privada del registro
cli-respond-arg-key = Archivo con la clave del registro; la pública está a su lado
cli-respond-arg-passphrase-file = Archivo con la contraseña; sin él, se pide en la terminal
cli-respond-arg-insecure-demo-key = Firma con la clave que todos tienen; toda salida lo dice
cli-respond-arg-finding = Clave del hallazgo, como en el informe
cli-respond-arg-by = Quién responde, como función, nunca como persona
cli-respond-arg-aligned-with = Opción por la que responde un partido; puede darse varias veces
cli-respond-arg-date = Día en que se recibió la respuesta, como 2024-07-28
cli-respond-arg-text = Archivo con las palabras, como se recibieron; a lo sumo 4.000 caracteres. No debe nombrar a ninguna persona
cli-respond-arg-json = Escribe la respuesta para programas
cli-respond-after =
    Ejemplos:
      scrutineer respond PAQUETE --state ESTADO --key claves/log.key --finding E.101:0101:1 --by authority --date 2024-08-02 --text respuesta.txt
cli-respond-aligned = --aligned-with corresponde a la respuesta de un partido, y solo a ella
cli-respond-length = una respuesta tiene de 1 a { $most } caracteres; se encontraron { $found }
cli-respond-done = La respuesta es el asiento { $entry } del registro; ya no puede cambiarse.
cli-withhold-about = Retira un archivo divulgado: lo dice en el registro, borra el archivo y su sal, y publica
cli-withhold-arg-bundle = Carpeta del paquete
cli-withhold-arg-state = Carpeta privada del registro
cli-withhold-arg-key = Archivo con la clave del registro; la pública está a su lado
cli-withhold-arg-passphrase-file = Archivo con la contraseña; sin él, se pide en la terminal
cli-withhold-arg-insecure-demo-key = Firma con la clave que todos tienen; toda salida lo dice
cli-withhold-arg-file = Una copia del archivo que se retira
cli-withhold-arg-commitment = Su compromiso, en lugar de una copia
cli-withhold-arg-reason = Por qué, en una palabra
cli-withhold-arg-basis = El fundamento legal u otro; se publica y no debe nombrar a ninguna persona
cli-withhold-arg-authority = Quién lo ordenó o decidió, como cargo, nunca como persona
cli-withhold-arg-date = Día de la decisión, como 2024-07-28
cli-withhold-arg-json = Escribe la respuesta para programas
cli-withhold-after =
    Ejemplos:
      scrutineer withhold PAQUETE --state ESTADO --key claves/log.key --file actas.csv --reason order --basis "Orden judicial 12/2024" --authority "Juzgado de distrito" --date 2024-08-02
    Las copias que hicieron otros están fuera del alcance de esta orden: pídales que borren los mismos dos archivos.
cli-withhold-unknown = el registro de este estado no tiene ningún compromiso con { $file }
cli-withhold-done = Retirado; lo dice el asiento { $entry } del registro. El dato asentado se mantiene; ya nadie puede relacionar una copia con él.
cli-verify-withheld = Archivos junto al registro: { $matching } coinciden, { $notice } retirados con aviso, { $missing } faltan, { $mismatch } no coinciden.
cli-verify-reply = Respuesta de { $by } ({ $date }) a { $finding }, sin editar:
replies-heading = Respuestas a hallazgos, sin editar
reply-of = Respuesta de { $by } ({ $date }) a { $finding }:
reply-by-authority = la autoridad
reply-by-party = un partido
reply-by-observer = una misión de observación
cli-value-finding = HALLAZGO
cli-value-role = FUNCIÓN
cli-value-date = FECHA
cli-value-reason = MOTIVO
cli-value-text = TEXTO
cli-value-hash = RESUMEN
cli-publish-audit-gone = Los archivos de la auditoría { $audit } no se publican: su fuente ya no tiene acta de la mesa { $station }.
cli-publish-audit-private = Los archivos de la auditoría { $audit } no se publican: se anunció con resúmenes de archivos que ninguna autoridad publicó.
