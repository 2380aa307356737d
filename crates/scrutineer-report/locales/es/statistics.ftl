# La estadística en el sitio: auditorías por muestreo, falsas alarmas, imágenes.

statistics-audits = Auditorías por muestreo
statistics-audits-text = Cada paso se dijo en el registro público antes del siguiente: qué se auditará antes de los dados, el sorteo antes de lo hallado. Una auditoría sorteada que no terminó no se omite.
statistics-audits-caption = Pasos de auditorías, en el orden del registro público
statistics-no-audits = En este registro público no se anunció ninguna auditoría por muestreo.
statistics-column-audit = Auditoría
statistics-column-step = Paso
statistics-column-links = Eslabones
statistics-column-sample = Mesas examinadas
statistics-column-outcome = Resultado
statistics-step-commitment = anunciada
statistics-step-draw = mesas sorteadas
statistics-step-records = lo hallado
statistics-step-full-count = recuento completo
statistics-outcome-confirmed = confirmado
statistics-outcome-overturned = revertido
statistics-replay = Para repetir una auditoría: tome el anuncio (commitment.json), la lista de mesas (manifest.csv) y un certificado de los archivos de la publicación, o de quien la hizo donde no los hay. El SHA-256 del anuncio es el resumen del primer paso aquí; el anuncio tiene el de la lista. El certificado tiene cada sorteo con el texto que se resume y cada número intermedio, de modo que el sorteo puede repetirse con una calculadora y sha256sum.
statistics-calibration = Falsas alarmas y potencia
statistics-calibration-caption = Proporción de elecciones simuladas en que alarma una prueba, medida con las mesas, centros y tasas de Venezuela 2024; otra elección difiere
statistics-pictures = Todas las imágenes, para cada opción
