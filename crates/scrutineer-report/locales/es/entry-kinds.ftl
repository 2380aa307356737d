# Clases de asientos del registro público, tal como se cuentan.

entry-kind-election = partes de la elección
entry-kind-division = divisiones
entry-kind-place = centros de votación
entry-kind-register = mesas de la lista oficial
entry-kind-source = fuentes
entry-kind-source-file = archivos leídos
entry-kind-sheet = actas
entry-kind-declaration = declaraciones
entry-kind-declared-part = resultados declarados por división
entry-kind-import-issue = problemas de lectura
entry-kind-finding = hallazgos
entry-kind-disposition = decisiones sobre hallazgos
entry-kind-correction = correcciones
entry-kind-audit-report = resúmenes de informes
entry-kind-release = publicaciones
entry-kind-response = respuestas a hallazgos
entry-kind-withheld = retiros de material
entry-kind-policy = reglas de publicación
entry-kind-key-compromise = avisos de una clave perdida
entry-kind-close = fin de la recolección
entry-kind-audit-step = pasos de auditorías por muestreo
