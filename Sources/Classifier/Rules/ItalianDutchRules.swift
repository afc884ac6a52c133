/// The plainest terms of each category in Italian and Dutch.
let italianDutchRules = """
    billing.it | 3.0 | fattur*, rimbors*, addebit*, pagamento*, pagare, pagato, prezzo, bolletta, abbonamento, bonifico
    technical_support.it | 2.8 | non funziona, errore, non riesco, accedere, bloccato, password, si blocca, guasto, non si apre, non carica
    site_edit.it | 2.8 | sito web, nostro sito, pagina iniziale, home page, cambiare il testo, aggiornare la pagina, sostituire la foto
    question.it | 2.2 | come posso, quanto tempo, vorrei sapere, una domanda, e possibile, quando arriva, spedite, dove trovo
    account.it | 3.0 | mio account, mio profilo, cancellare il mio account, cambiare indirizzo, dati personali
    redemption.it | 4.0 | buono sconto, buono regalo, codice promozionale, riscattare, punti fedelta, carta regalo, coupon*
    other.it | 3.0 | reclamo, parlare con, operatore, lamentel*, curriculum, complimenti, suggerimento
    billing.nl | 3.0 | factuur, facturen, terugbetaling, geld terug, afgeschreven, betaling, betalen, betaald, prijs, abonnement, incasso
    technical_support.nl | 2.8 | werkt niet, foutmelding, wachtwoord, inloggen, storing, loopt vast, kapot, laadt niet, traag
    site_edit.nl | 2.8 | onze website, startpagina, homepagina, tekst aanpassen, pagina bijwerken, foto vervangen, openingstijden
    question.nl | 2.2 | hoe kan ik, hoe lang, ik wil graag weten, een vraag, is het mogelijk, wanneer komt, levertijd, waar vind ik, leveren jullie
    account.nl | 3.0 | mijn account, mijn profiel, account verwijderen, adres wijzigen, mijn gegevens
    redemption.nl | 4.0 | cadeaubon, cadeaukaart, kortingscode, waardebon, inwisselen, spaarpunten
    other.nl | 3.0 | klacht, spreken met, medewerker spreken, sollicitatie, compliment, nieuwsbrief
    """
