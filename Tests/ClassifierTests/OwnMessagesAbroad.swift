/// Messages written for these tests in four more languages: `category | subject | body`. Nobody's tickets.
let ownMessagesAbroad: [(language: String, table: String)] = [
    (
        "de",
        #"""
        billing | Rechnung fehlt | Guten Tag, für den Monat April habe ich noch keine Rechnung bekommen. Bitte schicken Sie sie mir zu.
        billing | | Mir wurde der Betrag zweimal abgebucht. Bitte erstatten Sie mir die zweite Zahlung.
        billing | Mahnung | Ich habe heute eine Mahnung erhalten, obwohl ich die Rechnung schon letzte Woche überwiesen habe.
        billing | | Kann ich auch per Lastschrift zahlen?
        billing | Preiserhöhung | Warum kostet mein Abo plötzlich drei Euro mehr im Monat?
        technical_support | Anmeldung geht nicht | Seit heute Morgen kann ich mich nicht mehr anmelden, es kommt immer "Passwort falsch".
        technical_support | | Die App stürzt nach dem Start sofort ab.
        technical_support | Drucker | Unser Etikettendrucker wird nicht mehr erkannt. Neustart hat nichts gebracht.
        technical_support | | Hilfe, die Seite lädt nicht und ich sehe nur eine Fehlermeldung
        technical_support | Keine Rechnungsfrage | Es geht nicht um die Rechnung: Der Upload bricht jedes Mal bei der Hälfte ab.
        site_edit | Öffnungszeiten | Bitte ändern Sie auf der Startseite die Öffnungszeiten: ab Mai schließen wir um 18 Uhr.
        site_edit | | Könnten Sie das Foto von Frau Berger von der Teamseite nehmen? Sie arbeitet nicht mehr bei uns.
        site_edit | Tippfehler | In der Überschrift auf der Kontaktseite steht "Adrese", das muss "Adresse" heißen.
        site_edit | Impressum | Unser Anwalt hat ein neues Impressum geschickt, bitte den Text auf der Website ersetzen.
        question | Lieferzeit | Wie lange dauert die Lieferung nach Österreich?
        question | | Gibt es die Jacke auch in Größe 46?
        question | Anleitung | Wo finde ich die Bedienungsanleitung für das Modell 300?
        question | | Ist es möglich, die Daten als Tabelle zu exportieren?
        account | Konto löschen | Bitte löschen Sie mein Konto und alle meine Daten.
        account | | Ich habe geheiratet und möchte meinen Nachnamen im Profil ändern.
        account | Neue E-Mail-Adresse | Meine E-Mail-Adresse hat sich geändert, bitte tragen Sie die neue in meinem Kundenkonto ein.
        redemption | | Mein Gutschein wird an der Kasse nicht angenommen.
        redemption | Bonuspunkte | Wie kann ich meine Bonuspunkte gegen eine Prämie einlösen?
        redemption | Geschenkkarte | Auf meiner Geschenkkarte müssten noch 20 Euro sein, der Code wird aber abgelehnt.
        other | Lob | Ich möchte mich einfach für die freundliche Beratung bedanken. Weiter so!
        other | Beschwerde | Ich möchte mich über das Verhalten Ihres Fahrers beschweren.
        other | | Ich möchte mit einem Mitarbeiter sprechen
        other | Bewerbung | Anbei finden Sie meine Bewerbung als Lagerhelferin.
        billing | | Ich brauche eine Gutschrift für die falsche Lieferung.\n\nMit freundlichen Grüßen\nEva Lang\nTechnischer Support und Störungsdienst
        technical_support | | Das Passwort ist richtig, trotzdem komme ich nicht in mein Konto rein. Konto gesperrt?
        technical_support | Internet langsam | Seit einer Woche kommen von den 100 Mbit nur 3 an. Router neu gestartet, Kabel getauscht, keine Besserung.
        other | Unfreundlich | Ihre Mitarbeiterin an der Kasse war sehr unfreundlich zu meiner Tochter. Das geht gar nicht.
        question | | Kann man bei Ihnen auch Kinderfahrräder ausleihen?
        question | Sperrmüll | Wie melde ich Sperrmüll an und wie lange muss man auf einen Termin warten?
        technical_support | | mein fernseher findet keine sender mehr
        redemption | | wo gebe ich den Code von der Karte ein
        site_edit | | bitte das Bild vom alten Chef löschen, er steht noch unter Team auf der Homepage
        other | | ihr seid die besten!
        question | | gibt es die schuhe auch in schwarz
        """#
    ),
    (
        "fr",
        #"""
        billing | Facture | Bonjour, pourriez-vous me renvoyer la facture du mois de mars ? Je ne la retrouve pas.
        billing | | J'ai été débité deux fois pour la même commande, je demande le remboursement.
        billing | Prélèvement | Un prélèvement de 35 euros est passé hier alors que j'ai résilié en janvier.
        billing | | Est-ce que je peux payer en plusieurs fois ?
        technical_support | Connexion impossible | Je n'arrive plus à me connecter, le site dit que mon mot de passe est incorrect.
        technical_support | | L'application se ferme toute seule depuis la mise à jour.
        technical_support | Imprimante | L'imprimante n'est plus reconnue par l'ordinateur, j'ai tout redémarré.
        technical_support | | votre site est en panne, la page ne se charge pas
        site_edit | Horaires | Merci de modifier les horaires sur la page d'accueil : nous fermons à 17 heures.
        site_edit | | Pouvez-vous remplacer la photo en haut du site par celle en pièce jointe ?
        site_edit | Faute | Il y a une faute d'orthographe dans le titre de la page Contact.
        question | Livraison | Livrez-vous en Corse et combien de temps faut-il compter ?
        question | | Comment puis-je ajouter un collègue à un projet ?
        question | Garantie | Quelle est la durée de la garantie du moulin ?
        account | Suppression | Veuillez supprimer mon compte et toutes mes données personnelles.
        account | | Je voudrais changer l'adresse mail de mon compte.
        account | Nom | Je me suis mariée, comment modifier mon nom dans mon profil ?
        redemption | | Mon bon d'achat est refusé au moment de payer.
        redemption | Points | Comment échanger mes points de fidélité contre un cadeau ?
        redemption | Code promo | Le code promo reçu par mail est indiqué comme expiré.
        other | Plainte | Je souhaite me plaindre de l'attitude de votre livreur.
        other | | je veux parler à un conseiller
        other | Merci | Un grand bravo à toute l'équipe pour l'accueil !
        other | Candidature | Vous trouverez ci-joint mon CV pour le poste de vendeuse.
        technical_support | | Ce n'est pas une question de facturation : le logiciel plante dès que j'ouvre un fichier.
        account | | Comment changer mon numéro de téléphone dans mon espace client ?
        other | Partenariat | Nous sommes une agence de communication et aimerions vous proposer un partenariat.
        redemption | Chèque cadeau | Mon chèque-cadeau expire demain, puis-je l'utiliser en ligne ?
        technical_support | Message d'erreur | Quand je clique sur "valider" un message d'erreur s'affiche et mon panier se vide.
        technical_support | | Bonjour le distributeur a avalé ma carte hier soir
        billing | Trop perçu | Bonjour, vous m'avez facturé deux mois alors que mon contrat était terminé. Merci de me rembourser le trop-perçu.
        site_edit | | Pouvez-vous corriger l'adresse sur la page contact, c'est le 14 et pas le 41
        question | Bagages | Quelle est la taille maximale d'un bagage cabine sur vos vols ?
        billing | | pourquoi le montant de ma facture a doublé ce mois-ci
        technical_support | | l'appli me déconnecte tout le temps
        """#
    ),
    (
        "es",
        #"""
        billing | Factura de marzo | Hola, no encuentro la factura de marzo. ¿Me la pueden enviar otra vez?
        billing | | Me han cobrado dos veces el mismo pedido y quiero que me devuelvan el dinero.
        billing | Reembolso | Devolví los zapatos hace un mes y todavía no he recibido el reembolso.
        billing | | ¿Se puede pagar a plazos?
        technical_support | No puedo entrar | Desde ayer no puedo iniciar sesión, dice que la contraseña es incorrecta.
        technical_support | | La aplicación se cierra sola cada vez que la abro.
        technical_support | Impresora | La impresora ya no se conecta a la red, la he reiniciado varias veces.
        technical_support | | la página da error y no carga nada
        site_edit | Horario | Por favor cambien el horario en la página de inicio, ahora cerramos a las 19.
        site_edit | | ¿Podéis quitar la foto de Juan de la página del equipo? Ya no trabaja aquí.
        site_edit | Errata | Hay una falta de ortografía en el título de la página de contacto de nuestra web.
        question | Envío | ¿Hacen envíos a Canarias y cuánto tarda?
        question | | ¿Cómo puedo añadir a un compañero al proyecto?
        question | Tallas | Quisiera saber si tienen la chaqueta en la talla 46.
        account | Baja | Quiero darme de baja y que borren mi cuenta y mis datos.
        account | | Necesito cambiar el correo electrónico de mi cuenta.
        account | Nombre | Mi apellido está mal escrito en mi perfil, ¿lo pueden corregir?
        redemption | | El cupón no funciona al pagar.
        redemption | Puntos | ¿Cómo canjeo mis puntos por un regalo?
        redemption | Tarjeta regalo | Mi tarjeta regalo aparece como ya utilizada y no la he usado nunca.
        other | Queja | Quiero poner una queja por el trato de su empleado.
        other | | quiero hablar con una persona
        other | Felicitación | Solo quería felicitarles por lo amables que fueron en la tienda.
        other | Trabajo | Adjunto mi currículum por si buscan camareros.
        technical_support | | No se trata de la factura: el programa se bloquea al abrir un archivo.
        site_edit | Precios | Suban por favor los precios nuevos a la página web, adjunto la lista.
        question | Recogida | ¿Hasta qué hora puedo recoger el pedido en la tienda?
        technical_support | | el router no da señal y el teléfono tampoco funciona
        account | Dar de baja usuario | Por favor, eliminen el usuario de Pedro Ruiz, ya no trabaja con nosotros.
        question | | hola, ¿abren los domingos?
        billing | | me cobraron el envío y era gratis
        """#
    ),
    (
        "pt",
        #"""
        billing | Fatura | Olá, ainda não recebi a fatura de abril. Podem enviar outra vez?
        billing | | Fui cobrado duas vezes pelo mesmo pedido, quero o meu dinheiro de volta.
        billing | Reembolso | Devolvi o casaco há três semanas e ainda não recebi o reembolso.
        billing | | Posso pagar em prestações?
        technical_support | Não consigo entrar | Desde ontem não consigo iniciar sessão, diz que a senha está errada.
        technical_support | | O aplicativo fecha sozinho sempre que abro.
        technical_support | Impressora | A impressora já não é reconhecida, reiniciei tudo e continua igual.
        technical_support | | o site está fora do ar, aparece um erro
        site_edit | Horário | Por favor alterem o horário na página inicial do nosso site: fechamos às 18h.
        site_edit | | Podem trocar a foto do topo da página pela que envio em anexo?
        site_edit | Erro de digitação | Há uma gralha no título da página de contactos, deve ser "Fale connosco".
        question | Entrega | Vocês entregam nos Açores? Quanto tempo demora?
        question | | Como posso convidar um colega para o projeto?
        question | Garantia | Gostaria de saber qual é o prazo de garantia do moinho.
        account | Apagar conta | Quero excluir a minha conta e todos os meus dados.
        account | | Preciso mudar o e-mail da minha conta.
        account | Nome | Casei e gostaria de atualizar o sobrenome no meu perfil.
        redemption | | Meu cupom não é aceito no caixa.
        redemption | Pontos | Como faço para trocar os meus pontos por um prêmio?
        redemption | Vale-presente | O código do vale-presente aparece como inválido.
        other | Reclamação | Quero fazer uma reclamação sobre o comportamento do motorista.
        other | | quero falar com um atendente
        other | Elogio | Só queria elogiar a simpatia da equipa da loja.
        other | Emprego | Segue em anexo o meu currículo para a vaga de motorista.
        technical_support | | Não se trata da fatura: o programa trava quando abro um ficheiro.
        billing | Segunda via | Podem enviar-me a segunda via do boleto? O vencimento é amanhã.
        account | | quero alterar o meu nome de utilizador
        other | Elogio | Parabéns pelo atendimento, fui muito bem recebida na vossa loja.
        site_edit | | tirem por favor a promoção de verão do site, já acabou
        billing | Estorno | Cancelei a compra há dez dias e o estorno ainda não apareceu no cartão.
        redemption | Vale | O vale que recebi no Natal não é aceite na loja online.
        account | | quero mudar a senha e o telefone do meu cadastro
        """#
    ),
]
