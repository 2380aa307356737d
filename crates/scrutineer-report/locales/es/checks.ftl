# Las oraciones de los controles: para cada código el hallazgo en una oración, un título y lo que
# conviene hacer. Los números llegan con el formato del idioma; los códigos y nombres, como datos.

check-e-101 = Celdas con algo distinto de un número: { $count } ({ $where }); quedan sin leer.
check-e-101-title = No es un número
check-e-101-action = Abra el archivo en el lugar indicado y corríjalo, o corrija el mapa de columnas.

check-e-102 = Cifras con decimales: { $count } ({ $where }); quedan sin leer.
check-e-102-title = No es un número entero
check-e-102-action = Abra el archivo en el lugar indicado y corríjalo, o corrija el mapa de columnas.

check-e-103 = Cifras menores que cero: { $count } ({ $where }); quedan sin leer.
check-e-103-title = Cifra negativa
check-e-103-action = Abra el archivo en el lugar indicado y corríjalo, o corrija el mapa de columnas.

check-e-104 = Cifras mayores de lo que cabe en un acta: { $count } ({ $where }); quedan sin leer.
check-e-104-title = Cifra demasiado grande
check-e-104-action = Abra el archivo en el lugar indicado y corríjalo, o corrija el mapa de columnas.

check-e-105 = Filas sin clave completa: { $count } ({ $where }); fueron rechazadas.
check-e-105-title = Fila sin mesa
check-e-105-action = Abra el archivo en el lugar indicado y corríjalo, o corrija el mapa de columnas.

check-e-106 = Filas con más o menos campos que el encabezado: { $count } ({ $where }).
check-e-106-title = Fila de otra longitud
check-e-106-action = Abra el archivo en el lugar indicado y corríjalo, o corrija el mapa de columnas.

check-e-107 = Campos, filas o tablas fuera de los límites del lector: { $count } ({ $where }).
check-e-107-title = Fuera de los límites
check-e-107-action = Abra el archivo en el lugar indicado y corríjalo, o corrija el mapa de columnas.

check-e-108 = Celdas con bytes que la codificación no admite: { $count } ({ $where }).
check-e-108-title = Bytes ajenos a la codificación
check-e-108-action = Abra el archivo en el lugar indicado y corríjalo, o corrija el mapa de columnas.

check-e-109 = El archivo termina dentro de una fila, un campo entre comillas o un miembro comprimido ({ $where }).
check-e-109-title = El archivo termina antes de tiempo
check-e-109-action = Abra el archivo en el lugar indicado y corríjalo, o corrija el mapa de columnas.

check-e-110 = Archivos, miembros u hojas que no se pueden leer: { $count } ({ $where }).
check-e-110-title = Archivo ilegible
check-e-110-action = Abra el archivo en el lugar indicado y corríjalo, o corrija el mapa de columnas.

check-e-111 = El mapa nombra una columna que el archivo no tiene ({ $where }).
check-e-111-title = Falta una columna
check-e-111-action = Abra el archivo en el lugar indicado y corríjalo, o corrija el mapa de columnas.

check-e-112 = Dos columnas llevan el mismo nombre ({ $where }).
check-e-112-title = Dos columnas con un nombre
check-e-112-action = Abra el archivo en el lugar indicado y corríjalo, o corrija el mapa de columnas.

check-e-113 = Valores que el mapa no conoce: { $count } ({ $where }).
check-e-113-title = Valor que no está en el mapa
check-e-113-action = Abra el archivo en el lugar indicado y corríjalo, o corrija el mapa de columnas.

check-e-114 = El centro de votación { $place } figura en las divisiones { $first } y { $second }.
check-e-114-title = Centro en dos divisiones
check-e-114-action = Pida la lista oficial por mesa, con su fecha, y compare.

check-e-115 = La mesa { $station } figura en { $first } y en { $second }.
check-e-115-title = Mesa en dos lugares
check-e-115-action = Pida la lista oficial por mesa, con su fecha, y compare.

check-e-116 = La mesa { $station } tiene { $readings } lecturas en la fuente { $source } que difieren, y nada dice cuál vale.
check-e-116-title = Lecturas rivales de una mesa
check-e-116-action = Indique cuál lectura reemplaza a la otra, o conserve ambas: los totales serán intervalos.

check-e-201 = Mesa { $station } ({ $source }): las opciones suman { $left }, los votos válidos son { $right }.
check-e-201-title = Opciones y votos válidos
check-e-201-action = Compare el registro con la copia del acta; corrija el registro o anote una decisión.

check-e-202 = Mesa { $station } ({ $source }): no se cumple { $identity }, { $left } frente a { $right }.
check-e-202-title = Votos y boletas
check-e-202-action = Compare el registro con la copia del acta; corrija el registro o anote una decisión.

check-e-203 = Mesa { $station } ({ $source }): no se cumple { $identity }, { $left } frente a { $right }.
check-e-203-title = Otra suma declarada
check-e-203-action = Compare el registro con la copia del acta; corrija el registro o anote una decisión.

check-e-204 = Mesa { $station } ({ $source }): { $ballots } boletas, { $registered } electores inscritos.
check-e-204-title = Más boletas que electores
check-e-204-action = Revise la copia del acta y el libro de actas de la mesa.

check-e-205 = Mesa { $station } ({ $source }): { $ballots } boletas, { $voters } votantes.
check-e-205-title = Más boletas que votantes
check-e-205-action = Revise la copia del acta y el libro de actas de la mesa.

check-e-206 = Mesa { $station } ({ $source }): { $voters } votantes, { $registered } electores inscritos.
check-e-206-title = Más votantes que electores
check-e-206-action = Revise la copia del acta y el libro de actas de la mesa.

check-e-207 = Mesa { $station } ({ $source }): las opciones leídas suman { $left }, los votos válidos son { $right }, y hay una opción sin leer.
check-e-207-title = Opciones leídas superan los válidos
check-e-207-action = Compare el registro con la copia del acta; corrija el registro o anote una decisión.

check-e-208 = Mesa { $station } ({ $source }): { $valid } votos válidos, { $ballots } boletas.
check-e-208-title = Más votos válidos que boletas
check-e-208-action = Compare el registro con la copia del acta; corrija el registro o anote una decisión.

check-e-209 = Mesa { $station } ({ $source }): { $ballots } boletas, { $issued } entregadas.
check-e-209-title = Más boletas que las entregadas
check-e-209-action = Revise la copia del acta y el libro de actas de la mesa.

check-e-301 = Mesa { $station } ({ $source }): { $ballots } boletas, capacidad { $capacity }.
check-e-301-title = Más boletas que la capacidad
check-e-301-action = Pida la lista oficial por mesa, con su fecha, y compare.

check-e-302 = Mesa { $station } ({ $source }): { $sheet } electores inscritos en el acta, { $list } en la lista oficial.
check-e-302-title = El registro del acta difiere
check-e-302-action = Pida la lista oficial por mesa, con su fecha, y compare.

check-e-303 = La mesa { $station } ({ $source }) tiene { $ballots } boletas y no está en la lista oficial.
check-e-303-title = Boletas en una mesa no listada
check-e-303-action = Pida la lista oficial por mesa, con su fecha, y compare.

check-e-304 = La lista oficial suma { $sum } ({ $kind }); el total declarado { $total } es { $stated }.
check-e-304-title = La lista y el total difieren
check-e-304-action = Pida la lista oficial por mesa, con su fecha, y compare.

check-e-305 = Las actas de { $source } tienen { $sum } ({ $kind }); el total declarado { $total } es { $stated }.
check-e-305-title = Las actas superan un total
check-e-305-action = Pida la lista oficial por mesa, con su fecha, y compare.

check-e-306 = La mesa { $station } ({ $source }) tiene { $ballots } boletas aunque su estado es { $status }.
check-e-306-title = Boletas en una mesa cerrada
check-e-306-action = Revise la copia del acta y el libro de actas de la mesa.

check-e-401 = Mesa { $station }: { $cells } cifras difieren entre { $source } y { $other }, como máximo en { $largest } votos para { $option }.
check-e-401-title = Fuentes independientes difieren
check-e-401-action = Coloque lado a lado las dos copias del acta.

check-e-402 = Mesa { $station }: { $cells } cifras difieren entre las lecturas { $source } y { $other }, como máximo en { $largest } votos para { $option }.
check-e-402-title = Lecturas de un origen difieren
check-e-402-action = Compare el registro con la copia del acta; corrija el registro o anote una decisión.

check-e-501 = { $declaration }: { $declared } declarados para { $option }, { $sheets } en las actas de { $source }.
check-e-501-title = Las actas superan lo declarado
check-e-501-action = Pida a la autoridad los resultados por mesa en los que se apoya la cifra.

check-e-502 = { $declaration }, división { $division }: { $declared } declarados para { $option }, { $sheets } en las actas de { $source }.
check-e-502-title = Las actas superan una división
check-e-502-action = Pida a la autoridad los resultados por mesa en los que se apoya la cifra.

check-e-503 = { $declaration } indica { $declared } mesas en total; { $source } tiene actas de { $sheets }.
check-e-503-title = Más actas que mesas declaradas
check-e-503-action = Pida a la autoridad los resultados por mesa en los que se apoya la cifra.

check-e-601 = { $declaration }, { $column }: las partes del nivel { $level } suman { $sum }, el total es { $total }.
check-e-601-title = Partes y total
check-e-601-action = Pida a la autoridad los resultados por mesa en los que se apoya la cifra.

check-e-602 = { $declaration }, { $column }: las partes dentro de la división { $division } suman { $sum }, la suya propia es { $total }.
check-e-602-title = Partes y su división
check-e-602-action = Pida a la autoridad los resultados por mesa en los que se apoya la cifra.

check-e-603 = { $declaration }: las opciones suman { $sum }, los votos válidos son { $valid }.
check-e-603-title = Opciones y válidos declarados
check-e-603-action = Pida a la autoridad los resultados por mesa en los que se apoya la cifra.

check-e-604 = { $declaration }: los votos suman { $sum }, los votantes son { $voters }.
check-e-604-title = Votos y votantes declarados
check-e-604-action = Pida a la autoridad los resultados por mesa en los que se apoya la cifra.

check-e-605 = { $declaration }, { $option }: { $votes } de { $valid } no redondea a { $percent } %.
check-e-605-title = Porcentaje y cifra
check-e-605-action = Pida a la autoridad los resultados por mesa en los que se apoya la cifra.

check-e-606 = { $declaration }, { $column }: { $votes } de { $voters } votantes no redondea a { $percent } %.
check-e-606-title = Porcentaje de votantes y cifra
check-e-606-action = Pida a la autoridad los resultados por mesa en los que se apoya la cifra.

check-e-607 = { $declaration }: { $sum } votos, { $voters } votantes.
check-e-607-title = Más votos que votantes
check-e-607-action = Pida a la autoridad los resultados por mesa en los que se apoya la cifra.

check-e-608 = { $declaration }: { $voters } votantes, { $electors } electores.
check-e-608-title = Más votantes que electores declarados
check-e-608-action = Pida a la autoridad los resultados por mesa en los que se apoya la cifra.

check-e-609 = { $declaration }: { $voters } votantes de { $electors } electores no redondea a una participación de { $percent } %.
check-e-609-title = Participación y votantes
check-e-609-action = Pida a la autoridad los resultados por mesa en los que se apoya la cifra.

check-e-610 = { $declaration }, { $column }: { $now }, después de { $before } en { $earlier }.
check-e-610-title = Una cifra que disminuye
check-e-610-action = Pida a la autoridad los resultados por mesa en los que se apoya la cifra.

check-e-611 = { $declaration } imprime { $percent } %; sus propias cifras dan { $ratios }.
check-e-611-title = Cobertura y lo contado
check-e-611-action = Pida a la autoridad los resultados por mesa en los que se apoya la cifra.

check-e-612 = { $declaration }, { $kind }: { $counted } contados de { $total }.
check-e-612-title = Más contado que lo existente
check-e-612-action = Pida a la autoridad los resultados por mesa en los que se apoya la cifra.

check-e-613 = { $declaration } agrega { $votes } votos y { $electors } electores a { $earlier }.
check-e-613-title = Más votos que electores agregados
check-e-613-action = Pida a la autoridad los resultados por mesa en los que se apoya la cifra.

check-e-614 = { $declaration }: { $option } es declarado ganador con { $votes } votos; { $other } tiene { $rival }.
check-e-614-title = Ganador con menos votos
check-e-614-action = Pida a la autoridad los resultados por mesa en los que se apoya la cifra.

check-e-615 = { $declaration }: los porcentajes impresos suman { $sum } %, más de lo que explica el redondeo.
check-e-615-title = Porcentajes y 100 %
check-e-615-action = Pida a la autoridad los resultados por mesa en los que se apoya la cifra.

check-w-101 = La mesa { $station } aparece { $readings } veces en la fuente { $source } con las mismas cifras; se cuenta una vez.
check-w-101-title = Filas idénticas
check-w-101-action = Compare el registro con la copia del acta; corrija el registro o anote una decisión.

check-w-102 = La fuente { $source } conserva { $readings } lecturas reemplazadas de { $stations } mesas.
check-w-102-title = Lecturas reemplazadas
check-w-102-action = No hay nada que hacer; se deja constancia para que otros puedan repetir la lectura.

check-w-103 = La división { $division } se llama { $first } y { $second }.
check-w-103-title = División con dos nombres
check-w-103-action = Pida la lista oficial por mesa, con su fecha, y compare.

check-w-104 = Celdas con un byte NUL: { $count } ({ $where }).
check-w-104-title = Byte NUL en el texto
check-w-104-action = Abra el archivo en el lugar indicado y corríjalo, o corrija el mapa de columnas.

check-w-105 = Una columna no está en el mapa y se descartó ({ $where }).
check-w-105-title = Columna fuera del mapa
check-w-105-action = No hay nada que hacer; se deja constancia para que otros puedan repetir la lectura.

check-w-106 = Filas u hojas ocultas de un libro de cálculo: { $count } ({ $where }).
check-w-106-title = Filas ocultas
check-w-106-action = Abra el archivo en el lugar indicado y corríjalo, o corrija el mapa de columnas.

check-w-107 = Celdas calculadas por una fórmula: { $count } ({ $where }).
check-w-107-title = Celdas calculadas
check-w-107-action = Abra el archivo en el lugar indicado y corríjalo, o corrija el mapa de columnas.

check-w-108 = Rangos combinados de un libro de cálculo: { $count } ({ $where }).
check-w-108-title = Celdas combinadas
check-w-108-action = Abra el archivo en el lugar indicado y corríjalo, o corrija el mapa de columnas.

check-w-109 = { $where } se leyó como: { $found }.
check-w-109-title = Cómo se leyó un archivo
check-w-109-action = No hay nada que hacer; se deja constancia para que otros puedan repetir la lectura.

check-w-110 = Fuente { $source }: se rechazaron { $rejected } de { $rows } filas.
check-w-110-title = Filas rechazadas
check-w-110-action = Abra el archivo en el lugar indicado y corríjalo, o corrija el mapa de columnas.

check-w-111 = Fuente { $source }, columna { $column }: { $unread } de { $readings } lecturas están sin leer.
check-w-111-title = Celdas sin leer
check-w-111-action = Compare el registro con la copia del acta; corrija el registro o anote una decisión.

check-w-112 = Fuente { $source }: votos sin leer en { $votes } mesas, otras cifras sin leer en { $fields }, una o ambas en { $either } de { $stations }.
check-w-112-title = Mesas con cifras sin leer
check-w-112-action = Compare el registro con la copia del acta; corrija el registro o anote una decisión.

check-w-113 = Fuente { $source }, columna { $column }: ninguna de las { $readings } lecturas tiene un número.
check-w-113-title = Columna nunca leída
check-w-113-action = Abra el archivo en el lugar indicado y corríjalo, o corrija el mapa de columnas.

check-w-114 = La fuente { $source } no indica: { $missing }.
check-w-114-title = Procedencia no indicada
check-w-114-action = Agregue el dato que falta en la carpeta de la elección.

check-w-115 = La fuente { $source } no indica licencia; no la vuelva a publicar sin consultar.
check-w-115-title = Licencia no indicada
check-w-115-action = Agregue el dato que falta en la carpeta de la elección.

check-w-116 = La fuente { $source } no declara ninguna suma que su formulario deba cumplir; sus columnas no se pueden probar.
check-w-116-title = Ninguna suma declarada
check-w-116-action = Agregue el dato que falta en la carpeta de la elección.

check-w-117 = Una decisión se refiere a { $finding }, que ningún control produce.
check-w-117-title = Decisión sin hallazgo
check-w-117-action = Corrija la clave en el archivo de decisiones, o quite la línea.
check-w-118 = Mesa { $station } ({ $source }): su copia salió sorteada en la auditoría { $audit } y no se pudo leer: { $how ->
        [refused] se negó el acceso
       *[missing] falta o es ilegible
    }.
check-w-118-title = Copia que una auditoría no pudo leer
check-w-118-action = Pida la copia a quien la guarda; cuando se lea, registre la mesa de nuevo en lugar de la fila anterior.

check-w-190 = De { $total } hallazgos { $rule } en { $source } se listan los primeros { $listed }; los otros { $unlisted } se cuentan aquí.
check-w-190-title = Más hallazgos que los listados
check-w-190-action = Revise las actas listadas y lo demás que se sepa de esas mesas.

check-w-201 = Mesa { $station } ({ $source }): { $ballots } boletas, { $registered } electores inscritos; se puede votar fuera de la lista.
check-w-201-title = Boletas por encima del registro
check-w-201-action = Revise la copia del acta y el libro de actas de la mesa.

check-w-202 = Mesa { $station } ({ $source }): registro 0 con { $ballots } boletas; su capacidad no está indicada.
check-w-202-title = Capacidad no indicada
check-w-202-action = Pida la lista oficial por mesa, con su fecha, y compare.

check-w-203 = Mesa { $station } ({ $source }): { $ballots } boletas, { $voters } votantes.
check-w-203-title = Menos boletas que votantes
check-w-203-action = Revise la copia del acta y el libro de actas de la mesa.

check-w-204 = Mesa { $station } ({ $source }): ningún voto válido.
check-w-204-title = Sin votos válidos
check-w-204-action = Revise las actas listadas y lo demás que se sepa de esas mesas.

check-w-205 = Mesa { $station } ({ $source }): { $ballots } boletas de { $registered } electores inscritos.
check-w-205-title = Participación de 95 % o más
check-w-205-action = Revise las actas listadas y lo demás que se sepa de esas mesas.

check-w-206 = Mesa { $station } ({ $source }): { $ballots } boletas de { $registered } electores inscritos.
check-w-206-title = Participación de 25 % o menos
check-w-206-action = Revise las actas listadas y lo demás que se sepa de esas mesas.

check-w-207 = Mesa { $station } ({ $source }): { $invalid } nulos de { $ballots } boletas.
check-w-207-title = Muchos votos nulos
check-w-207-action = Revise las actas listadas y lo demás que se sepa de esas mesas.
check-w-208 = Mesa { $station } ({ $source }): su urna salió sorteada en la auditoría { $audit } y no se pudo contar: { $how ->
        [refused] se negó el acceso
       *[missing] no estaba
    }.
check-w-208-title = Urna que una auditoría no pudo contar
check-w-208-action = Pida acceso a quien guarda la urna; cuando se cuente, registre la mesa de nuevo en lugar de la fila anterior.

check-w-301 = La fuente { $source } no tiene acta de { $stations } mesas listadas ({ $electors } electores inscritos).
check-w-301-title = Mesas listadas sin acta
check-w-301-action = Pregunte cuáles actas faltan y por qué, mesa por mesa.

check-w-302 = La mesa { $station } ({ $source }) tiene acta y no está en la lista oficial.
check-w-302-title = Acta de una mesa no listada
check-w-302-action = Pida la lista oficial por mesa, con su fecha, y compare.

check-w-303 = La mesa { $station } ({ $source }) fue anulada; su acta tiene { $ballots } boletas.
check-w-303-title = Acta de una mesa anulada
check-w-303-action = Revise las actas listadas y lo demás que se sepa de esas mesas.

check-w-304 = La mesa { $station } tiene acta en { $source } aunque el estado de su acta es { $status }.
check-w-304-title = Acta contra su estado
check-w-304-action = Coloque lado a lado las dos copias del acta.

check-w-305 = Los totales declarados ({ $kind }) van de { $least } a { $most }; se calcula con cada uno.
check-w-305-title = Los totales del registro difieren
check-w-305-action = Busque el documento original y diga en la carpeta cuál lectura se usa y por qué.

check-w-401 = { $source } frente a { $other }: difieren { $differ } de { $common } mesas comunes, en { $cells } cifras; { $missing } celdas sin leer de un lado; votos netos por opción: { $net }.
check-w-401-title = Dos fuentes, todas las mesas
check-w-401-action = Coloque lado a lado las dos copias del acta.

check-w-402 = { $source } frente a { $other }, { $option }: mayor en { $up } mesas, menor en { $down }; una prueba de signos con { $looks } miradas halla desigual la dirección.
check-w-402-title = Diferencias en una dirección
check-w-402-action = Coloque lado a lado las dos copias del acta.

check-w-403 = { $stations } mesas están en { $source } y no en { $other }; primera: { $first }.
check-w-403-title = Solo en una fuente
check-w-403-action = Pregunte cuáles actas faltan y por qué, mesa por mesa.

check-w-404 = Las fuentes { $sources } vienen de un mismo origen: su coincidencia no hace auténticas las copias.
check-w-404-title = Fuentes de un mismo origen
check-w-404-action = No hay nada que hacer; se deja constancia para que otros puedan repetir la lectura.

check-w-405 = Fuente { $source }: { $stations } mesas comparten una imagen: { $list }.
check-w-405-title = Una imagen, varias mesas
check-w-405-action = Coloque lado a lado las dos copias del acta.

check-w-406 = Fuente { $source }: { $stations } mesas tienen las mismas cifras, { $valid } votos válidos cada una (puesto { $rank } de { $groups }): { $list }.
check-w-406-title = Mismas cifras en varias mesas
check-w-406-action = Revise las actas listadas y lo demás que se sepa de esas mesas.

check-w-407 = Fuente { $source }: { $stations } mesas tienen los mismos votos para cada opción, { $valid } en total (puesto { $rank } de { $groups }): { $list }.
check-w-407-title = Mismos votos en varias mesas
check-w-407-action = Revise las actas listadas y lo demás que se sepa de esas mesas.

check-w-501 = Fuente { $source }: { $option } tiene 0 votos en todas las { $sheets } actas.
check-w-501-title = Opción sin ningún voto
check-w-501-action = Abra el archivo en el lugar indicado y corríjalo, o corrija el mapa de columnas.

check-w-502 = Centro de votación { $place } ({ $source }): existe la mesa { $highest }, hay { $sheets } actas; faltan: { $missing }.
check-w-502-title = Hueco en los números de mesa
check-w-502-action = Pregunte cuáles actas faltan y por qué, mesa por mesa.

check-w-503 = Fuente { $source }: faltan { $missing } mesas dentro de la numeración de { $places } centros de votación.
check-w-503-title = Mesas que faltan dentro de centros
check-w-503-action = Pregunte cuáles actas faltan y por qué, mesa por mesa.

check-w-601 = { $where }: impreso entre { $least } y { $most }; se usa { $chosen }.
check-w-601-title = Los medios difieren
check-w-601-action = Busque el documento original y diga en la carpeta cuál lectura se usa y por qué.

check-w-602 = { $declaration } indica un registro de { $declared }; los totales declarados son { $totals }.
check-w-602-title = Otro total del padrón electoral
check-w-602-action = Pida la lista oficial por mesa, con su fecha, y compare.

check-p-101 = Mesa { $station } ({ $source }): los { $valid } votos válidos van todos a una opción.
check-p-101-title = Mesa unánime
check-p-101-action = Pese el riesgo para los electores antes de publicar; una unidad mayor oculta los votos individuales.

check-p-102 = Mesa { $station } ({ $source }): { $valid } votos válidos, muy pocos para ocultar uno solo.
check-p-102-title = Muy pocos votos
check-p-102-action = Pese el riesgo para los electores antes de publicar; una unidad mayor oculta los votos individuales.

check-p-103 = Un texto parece un número de identidad: { $where }.
check-p-103-title = Parece un número de identidad
check-p-103-action = Retírelo de la carpeta antes de publicar; si hay que conservarlo, guárdelo sellado.

check-p-104 = Un texto parece un número de teléfono: { $where }.
check-p-104-title = Parece un número de teléfono
check-p-104-action = Retírelo de la carpeta antes de publicar; si hay que conservarlo, guárdelo sellado.

check-p-105 = Un texto parece una dirección de correo electrónico: { $where }.
check-p-105-title = Parece un correo electrónico
check-p-105-action = Retírelo de la carpeta antes de publicar; si hay que conservarlo, guárdelo sellado.
