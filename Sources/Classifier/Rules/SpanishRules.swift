/// What Spanish-speaking customers write. Terms are without accents.
let spanishRules = """
    billing.dinero.es | 3.4 | factura*, reembols*, cobro*, cobrado, cobraron, cobrar*, cobran, cargo, cargos, devuelv* ... dinero, devolver ... dinero, dinero, devolucion, domiciliacion, extracto, recibo, me han cargado, importe, doble cobro, deuda, transferencia, saldo, cargo de, no reconozco, anulen el cargo, anulen,
        me cobran, cobro de mas, de mas, devolver, me devuelvan, reintegro, reembolsen, comision de, comisiones, recibos, impago, factura electronica, nota de credito, abono, fianza, deposito, cobro duplicado, nomina, me cobraron, cobraron el, cobraron de, era gratis, envio gratis, cobrado de mas
        | saldo de la tarjeta regalo
    billing.precio.es | 2.4 | pago, pagos, pagar, pague, tarjeta de credito, precio*, suscripcion, cuota, tarifa, a plazos, iva, descuento, comision, cuesta, costo, caro, paypal | codigo de descuento, cupon*, codigo promocional, lista de precios
    technical_support.fallo.es | 3.2 | no funciona*, no carga, no me funciona, error, errores, fallo, fallos, falla, caido, caida, averia, averiad*, se cierra, se bloquea, se cuelga, bloquead*, congelad*, no abre, no se abre, no arranca, no enciende, no responde, no se conecta, no conecta, problema con, problema tecnico, lento,
        lenta, no sincroniza, no imprime, pantalla negra, pagina en blanco, no se puede acceder, no esta disponible, no reconoce, hackead*, virus, ha dejado de, dejo de funcionar, se cae, no llegan, no recibo, no da senal, sin senal, sin internet, sin conexion, no hay internet, tampoco funciona, no me llega, no llega, no se ve,
        no se oye, no puedo abrir, no puedo descargar, no puedo subir, no permite, no deja, se queda, se apaga, se reinicia, se corta, parpadea, mensaje de error, ha desaparecido, han desaparecido, tarjeta rechazada, rechaza mi tarjeta, cajero se trago, trago mi tarjeta, no me deja, muy lento
        | errata, error ortografico, cupon*, codigo promocional, tarjeta regalo
    technical_support.acceso.es | 3.0 | no puedo entrar, no puedo acceder, no puedo iniciar, contrasena, clave, iniciar sesion, acceso, no me deja entrar, codigo de verificacion, pin, desbloquear
    technical_support.aparato.es | 1.4 | impresora, aplicacion, app, programa, software, ordenador, computadora, router, wifi, red, servidor, pantalla, actualizacion, reinici*, navegador, archivo, sincronizacion
    site_edit.pagina.es | 2.8 | pagina web, sitio web, pagina de inicio, pagina de contacto, nuestra web, nuestra pagina, la pagina, la web, enlace roto, enlace, logotipo, titulo, cabecera, pie de pagina, boton, errata, falta de ortografia, banner, galeria, aviso legal, menu
        | da error, no carga, caida, no funciona, error y no
    site_edit.cambiar.es | 2.0 | cambiar el texto, cambien, cambiar la foto, actualizar la pagina, actualicen, quitar la foto, quitar, quiten, sustituir, reemplazar, reemplacen, agregar, anadir una, anadan, publicar, publiquen, subir, corregir, corrijan, borrar la, horario, foto, imagen, texto, adjunta, adjunto,
        a la pagina web, suban, suban los precios, precios nuevos, nuevos precios, actualizar los precios, corregir la direccion, en la web, en nuestra web, en la pagina, cambiar el horario, pongan, poner en la, publicar en, retirar, retiren, modificar, modifiquen
        | cuenta, perfil, curriculum, contrasena, que horario, cual es el horario, datos, factura, tarjeta, mi pedido, app
    question.como.es | 2.2 | como puedo, como se, como hago, como, cuanto tarda, cuanto, cuantos, donde puedo, donde, quisiera saber, me gustaria saber, queria saber, tengo una pregunta, una pregunta, una duda, que horario, es posible, se puede, cuando llega, cuando, informacion sobre, hacen envios, envio, envian, tienen,
        tienes, garantia, hay alguna, cual es, cuales son, diferencia entre, manual, talla, mi pedido, paquete, admiten, hasta que hora, a que hora, recoger, que documentos, que necesito, necesito para, que requisitos, requisitos, puedo recoger, abrir una cuenta, hasta cuando, puedo cambiar la talla, puedo llevar, se admiten,
        hace falta, cuanto cuesta, disponible*, en stock, tallas, cambio de talla, donde esta mi pedido, seguimiento, cita, reservar, recomiendan, recomendar, alguien sabe, que diferencia, cuantas, horarios, abren, cierran, abren los, los domingos, horario de apertura
        | cupon*, puntos, canje*, reembols*, desde cuando
    question.frase.es | 0.8 | ^ como, ^ donde, ^ cuando, ^ cual, ^ cuanto, ^ que, ^ puedo, ^ hay, ^ tienen, ^ se puede
    account.cuenta.es | 3.4 | mi cuenta, mi perfil, cambiar mi correo, cambiar el correo, eliminar mi cuenta, borrar mi cuenta, borren mi cuenta, cerrar mi cuenta, darme de baja, mis datos, datos personales, mi apellido, mi nombre, mi direccion, correo electronico, nombre de usuario, mi telefono, rgpd, me he mudado, membresia,
        eliminen el usuario, eliminar el usuario, borrar el usuario, usuario de, anadir un usuario, crear un usuario, dar de baja al, permisos, mi usuario, mi numero de telefono, cambiar mi, cambiar la direccion, nueva direccion, cambio de direccion, cambio de nombre, fecha de nacimiento, cerrar la cuenta, eliminar la cuenta,
        baja de la cuenta, actualizar mis, unir mis cuentas, reactivar mi cuenta
        | cobr*, cargo, no puedo entrar, contrasena, bloquead*, boletin, abrir una cuenta
    redemption.cupon.es | 4.4 | canje*, cupon*, vale, vales, tarjeta regalo, tarjetas regalo, codigo promocional, codigo de descuento, codigo de activacion, mis puntos, puntos de fidelidad, puntos por, cheque regalo, bono regalo, recompensa*, mis millas, millas, puntos, han caducado mis puntos, tarjeta de fidelidad,
        programa de fidelidad, bono, codigo no es valido, codigo invalido, codigo caducado, premio por puntos
        | vale la pena, gracias vale
    other.otro.es | 3.2 | queja, quejarme, reclamacion, hablar con, sugerencia*, boletin, felicit*, agradecer, curriculum, empleo, trabajo en, vacante*, chiste, ganado, loteria, premio, trato de, maleducad*, agente humano, persona real, opinion, periodista, colaboracion, ausente, fuera de la oficina, clima, tiempo hara,
        muchas gracias por todo, sois geniales, son geniales, gracias por todo, excelente atencion, muy amables, muy amable, grosero, grosera, patrocin*, entrevista, invitacion, objeto perdido, perdi en su, ruido, hablar con un humano, persona de verdad, agradecerles
    priority.high.es | 1.0 | urgente, urgentemente, lo antes posible, cuanto antes, inmediatamente, dos veces, inaceptable, bloqueada, para hoy, antes de manana | no es urgente, sin prisa
    priority.urgent.caida.es | 1.0 | todo caido, nadie puede, caida total, produccion parada, todos los clientes, fuga de datos, perdida de datos, hackead*
    priority.low.es | 1.2 | no es urgente, sin prisa, cuando puedan, cuando tengan tiempo, no corre prisa
    tag.angry.es | 1 | inaceptable, vergonzoso, verguenza, furios*, hart*, tercera vez, decepcionad*, ridiculo, indignad*, estafa
    tag.legal.es | 1 | abogado, abogada, demanda, tribunal, juzgado, denuncia, denunciar, acciones legales, proteccion de datos, rgpd, consumo
    tag.security.es | 1 | hackead*, hackeo, fuga de datos, virus, phishing, robad*, robo, fraude, suplantacion
    tag.payment-dispute.es | 1 | cobrado dos veces, dos veces, doble cobro, no autorizado, no autorice, cargo que no, no reconozco, fraude, estafa, cobro indebido, disputa
    tag.change-request.es | 1 | por favor cambien, cambiar mi, cambiar el, borren mi, borrar mi, eliminar mi, cancelar mi, darme de baja, dar de baja, por favor quiten, quitar la, anular
    """
