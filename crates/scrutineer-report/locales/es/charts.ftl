# Los gráficos como archivos propios.

charts-files = Este gráfico como archivo:
charts-heading = Gráficos de esta publicación
charts-text = Con la condición de la respuesta, la fecha, la fuente y el identificador del informe dentro; cualquiera puede mostrarlos en otra parte.
