# En qué se apoya una auditoría por muestreo, y qué halló un conteo total.

rla-error-exceeded = el total del registro { $register } es { $total }, y los registros de las mesas tienen { $exceeded } electores más: no acota nada de lo que falta, y ninguna auditoría puede apoyarse en él; corríjalo, o nombre otro total con --register
