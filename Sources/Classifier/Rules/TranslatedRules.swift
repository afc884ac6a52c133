/// The plainest terms of each category in Spanish, German, French, Portuguese, Italian and Dutch.
let translatedRules = """
    billing.es | 3.0 | factura*, reembolso*, cobro*, cobrado, cobrar*, pago, pagos, pagar, cargo, tarjeta de credito, devolucion, devuelv* ... dinero, precio, suscripcion
    technical_support.es | 2.8 | no funciona, no puedo entrar, no puedo acceder, no puedo iniciar, error, fallo, contrasena, no carga, caido, averia, bloqueada, no abre, problema con
    site_edit.es | 3.0 | pagina web, sitio web, pagina de inicio, cambiar el texto, actualizar la pagina, cambiar la foto, enlace roto, logotipo
    question.es | 2.4 | como puedo, cuanto tarda, donde puedo, quisiera saber, me gustaria saber, tengo una pregunta, horario, es posible, cuando llega, informacion sobre
    account.es | 2.6 | mi cuenta, mi perfil, cambiar mi correo, eliminar mi cuenta, darme de baja
    redemption.es | 3.0 | canjear, cupon, vale, tarjeta regalo, codigo promocional
    other.es | 2.6 | queja, reclamacion, hablar con, sugerencia, boletin
    billing.de | 3.0 | rechnung*, erstattung*, ruckerstattung, geld zuruck, abgebucht, abbuchung*, zahlung*, bezahl*, gutschrift*, gebuhr*, kosten, preis*, mahnung*, lastschrift
    technical_support.de | 2.8 | funktioniert nicht, geht nicht, fehler*, absturz*, sturzt ab, passwort, anmelden, einloggen, kein zugriff, gesperrt, storung*, ladt nicht, nicht erreichbar, kaputt
    site_edit.de | 3.0 | webseite, website andern, startseite, offnungszeiten, bild austauschen, text andern, impressum, homepage
    question.de | 2.4 | wie kann ich, wie lange, wo finde ich, ich mochte wissen, eine frage, ist es moglich, wann kommt, gibt es, lieferzeit, wie viel
    account.de | 2.6 | mein konto, mein profil, konto loschen, adresse andern
    redemption.de | 3.0 | gutschein*, einlosen, geschenkkarte, rabattcode
    other.de | 2.6 | beschwerde, mit einem mitarbeiter, sprechen mit, ruckmeldung, gewonnen
    billing.fr | 3.0 | facture*, remboursement*, rembourser, rembourse, preleve*, paiement*, payer, frais, prix, double prelevement, carte bancaire, abonnement
    technical_support.fr | 2.8 | ne fonctionne, ne marche, marche pas, fonctionne pas, erreur, panne, mot de passe, me connecter, bloque, impossible d, plante, bogue
    site_edit.fr | 3.0 | site web, page d accueil, changer le texte, modifier la page, horaires d ouverture, lien casse, remplacer la photo
    question.fr | 2.4 | comment puis, comment faire, combien de temps, j aimerais savoir, je voudrais savoir, une question, est il possible, quand arrive, ou puis
    account.fr | 2.6 | mon compte, mon profil, supprimer mon compte, changer mon adresse
    redemption.fr | 3.0 | bon d achat, carte cadeau, code promo, echanger mes points
    other.fr | 2.6 | plainte, reclamation, parler a, conseiller, suggestion
    billing.pt | 3.0 | fatura*, reembolso, estorno, cobranca*, cobrado duas vezes, pagamento*, pagar, boleto, preco, assinatura, cartao de credito
    technical_support.pt | 2.8 | nao funciona, nao consigo entrar, nao consigo acessar, erro, senha, travou, trava, fora do ar, nao abre, nao carrega, bloqueada
    site_edit.pt | 3.0 | pagina inicial, no site, mudar o texto, atualizar a pagina, trocar a foto, link quebrado
    question.pt | 2.4 | como posso, como faco, quanto tempo, gostaria de saber, uma pergunta, e possivel, onde encontro, quando chega
    account.pt | 2.6 | minha conta, meu perfil, excluir minha conta, mudar meu email
    redemption.pt | 3.0 | resgatar, cupom, vale presente, codigo promocional
    other.pt | 2.6 | reclamacao, falar com, atendente, sugestao
    billing.it | 3.0 | fattura*, rimborso, addebito, addebitato, pagamento*, pagare
    technical_support.it | 2.8 | non funziona, errore, non riesco, accedere, bloccato
    billing.nl | 3.0 | factuur, facturen, terugbetaling, geld terug, afgeschreven, betaling, betalen
    technical_support.nl | 2.8 | werkt niet, foutmelding, wachtwoord, inloggen, storing
    """
