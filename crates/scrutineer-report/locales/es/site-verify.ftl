# El sitio público: qué estado del registro público muestra, firmas, claves, cómo cofirmar.

verify-root-hex = La misma en hexadecimal, como se nombran los archivos de una publicación
verify-state = Este es el estado del que se sigue la publicación. Los asientos que nombran la publicación misma vienen después: el punto de control, y lo que la orden imprime de él, tiene más asientos y otra raíz. Las raíces están en base64, como en un punto de control.
verify-signed-text = De quién son las firmas de un punto de control está en su archivo: una línea por firma, primero la del registro público y después las de los testigos. Cuáles cuentan lo dice su política.
verify-signed-file = El punto de control junto a este sitio
verify-signed-apart = Este sitio está sin su paquete: el punto de control con sus firmas está en el paquete.
verify-signed-none = El punto de control junto a este sitio tiene %size asientos y ninguna firma además de la del registro público: ningún testigo lo firmó.
verify-signed-one = El punto de control junto a este sitio tiene %size asientos y una firma además de la del registro público. Aquí no se comprobó.
verify-signed-some = El punto de control junto a este sitio tiene %size asientos y %count firmas además de la del registro público. Aquí no se comprobaron.
verify-signed-names = Por sus nombres: %names
verify-policy = Una política es un texto de pocas líneas: la clave pública del registro público, las de los testigos en los que usted confía y cuántos deben haber firmado. La clave no está en esta página, porque una página no puede responder de ella: obtenga la línea de quienes llevan el registro público por otra vía y compárela con la que tienen otros.
verify-key-where = Tampoco el paquete tiene la clave: ningún asiento del registro público la contiene y ninguna firma la da. Quien lleva el registro público la tiene en el archivo log.vkey y como la línea que empieza por «log» en policy.txt; keygen escribió ambos cuando se hizo la clave. Una clave que viene del mismo lugar que el registro público no prueba nada por sí sola: compárela con una de otra parte. Tras el nombre del registro público, su firma en un punto de control empieza por cuatro bytes de un digesto de la clave (en base64), y la línea de la política tiene los mismos cuatro tras el nombre (en hexadecimal): si difieren, es otra clave.
verify-key-ask = Dónde pedirla: { $contact }. Esta dirección está en el mismo registro público: pídala también por otra vía.
verify-key-ask-unsaid = Dónde pedirla: no consta en esta publicación.
verify-mirror = Guardar una copia
verify-cosign = Firmar como testigo
verify-cosign-text = Haga una clave una vez. El testigo firma solo lo que continúa el registro público que vio antes; la clave y la memoria quedan con quien lo lleva.
